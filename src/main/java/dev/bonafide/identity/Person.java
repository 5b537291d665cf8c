package dev.bonafide.identity;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An identity with its traits opened. Short-lived, in memory only.
 *
 * @param identifiers per method, the identifiers as typed in the traits
 * @param accountName what an authenticator app shows; null where the schema marks none
 */
public record Person(
        IdentityState.Registered state,
        ObjectNode traits,
        Map<MethodId, List<String>> identifiers,
        @Nullable String accountName) {
    public IdentityId id() {
        return state.id();
    }

    /** The identifier that a form shows for this method; "" if there is none. */
    public String identifier(MethodId method) {
        List<String> own = identifiers.getOrDefault(method, List.of());
        return own.isEmpty() ? "" : own.getFirst();
    }
}
