package dev.bonafide.admin;

import dev.bonafide.flow.Traits;
import dev.bonafide.http.Problem;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.ImportPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Has each method read the credentials that a draft brings along. */
final class Imports {
    private final List<AuthenticationMethod> methods;

    Imports(List<AuthenticationMethod> methods) {
        this.methods = List.copyOf(methods);
    }

    /**
     * Does the slow work.
     *
     * @throws Problem 400 for a type that nobody imports, or a credential that can't be
     */
    List<CredentialIntent> read(IdentityId id, Draft draft, Traits traits, Instant now) {
        List<CredentialIntent> intents = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : draft.credentials().properties()) {
            AuthenticationMethod method = method(entry.getKey());
            ImportPart part = method.imports().orElseThrow(() -> unknown(entry.getKey()));
            List<String> names = traits.identifiers(method.id(), draft.traits());
            var importee = new ImportPart.Importee(id, draft.traits(), names, now);
            intents.addAll(part.read(object(method.id(), entry.getValue()), importee));
        }
        return intents;
    }

    private AuthenticationMethod method(String type) {
        return methods.stream()
                .filter(method -> method.id().value().equals(type))
                .findFirst()
                .orElseThrow(() -> unknown(type));
    }

    private static ObjectNode object(MethodId method, JsonNode credential) {
        if (credential instanceof ObjectNode object) {
            return object;
        }
        throw Problem.badRequest("credentials." + method + " must be an object.");
    }

    private static Problem unknown(String type) {
        return Problem.badRequest("credentials." + type + " can't be imported here.");
    }
}
