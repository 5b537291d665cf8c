package dev.bonafide.identity;

import dev.bonafide.kernel.MethodId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

    /** The names that credentials hold ({@link CredentialState#identifiers}), in one order. */
    public static List<Identifier> ofCredentials(Map<MethodId, CredentialState> credentials) {
        return credentials.entrySet().stream()
                .flatMap(held -> of(held.getKey(), held.getValue()))
                .sorted(Comparator.comparing(Identifier::hash))
                .toList();
    }

    private static Stream<Identifier> of(MethodId method, CredentialState held) {
        return held.identifiers().stream().map(hash -> new Identifier(hash, Set.of(method)));
    }
}
