package dev.bonafide.identity;

import dev.bonafide.kernel.MethodId;
import java.util.Set;

/**
 * A login identifier as it stands in the log.
 *
 * @param hash lower-case hex HMAC-SHA-256 of the normalised identifier under the identifier key;
 *     the identifier itself is only in the sealed traits
 * @param methods the methods for which the schema lets it serve
 */
public record Identifier(String hash, Set<MethodId> methods) {
    public Identifier {
        methods = Set.copyOf(methods);
    }
}
