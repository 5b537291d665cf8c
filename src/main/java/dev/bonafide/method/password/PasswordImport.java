package dev.bonafide.method.password;

import dev.bonafide.http.Problem;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.ImportPart;
import dev.bonafide.method.password.Typed.Unusable;
import dev.bonafide.method.password.Typed.Usable;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Passwords that an administrator brings along. As in Kratos no policy is asked: who comes from
 * elsewhere must be able to log in with the password that they have.
 */
final class PasswordImport implements ImportPart {
    private final PasswordHasher hasher;
    private final Entropy entropy;

    PasswordImport(PasswordHasher hasher, Entropy entropy) {
        this.hasher = hasher;
        this.entropy = entropy;
    }

    @Override
    public List<CredentialIntent> read(ObjectNode credential, Importee importee) {
        JsonNode clear = credential.path("config").path(Field.PASSWORD);
        if (!clear.isString() || clear.stringValue().isEmpty()) {
            throw Problem.badRequest(
                    "credentials.password.config.password must be a password in clear.");
        }
        return switch (Typed.read(clear.stringValue())) {
            case Unusable unusable -> throw unusable(unusable);
            case Usable usable -> List.of(set(hasher.hash(usable.typed()), importee));
        };
    }

    private SetPassword set(String hash, Importee importee) {
        Lineage fresh = new Lineage(entropy.uuid());
        return new SetPassword(importee.id(), hash, null, fresh, importee.now());
    }

    private static Problem unusable(Unusable unusable) {
        return Problem.badRequest(
                "credentials.password.config.password: " + unusable.problem().message().text());
    }
}
