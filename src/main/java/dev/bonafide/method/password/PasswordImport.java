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
 * Passwords that an administrator brings along, in clear or hashed. As in Kratos no policy is
 * asked: who comes from elsewhere must be able to log in with the password that they have.
 */
final class PasswordImport implements ImportPart {
    private static final String HASHED = "hashed_password";
    private static final String WHERE = "credentials.password.config.";

    private final PasswordHasher hasher;
    private final Entropy entropy;

    PasswordImport(PasswordHasher hasher, Entropy entropy) {
        this.hasher = hasher;
        this.entropy = entropy;
    }

    @Override
    public List<CredentialIntent> read(ObjectNode credential, Importee importee) {
        JsonNode config = credential.path("config");
        if (config.path("use_password_migration_hook").asBoolean(false)) {
            throw Problem.badRequest(WHERE + "use_password_migration_hook: there is no such hook.");
        }
        String hash = present(config, HASHED) ? hashed(config) : clear(config);
        Lineage fresh = new Lineage(entropy.uuid());
        return List.of(new ImportPassword(importee.id(), hash, fresh, importee.now()));
    }

    private static String hashed(JsonNode config) {
        if (present(config, Field.PASSWORD)) {
            throw Problem.badRequest(WHERE + HASHED + " and password exclude each other.");
        }
        String text = config.path(HASHED).asString("");
        String problem = ImportedHash.problem(text);
        if (problem != null) {
            throw Problem.badRequest(WHERE + HASHED + " can't be used: " + problem + ".");
        }
        return text;
    }

    private String clear(JsonNode config) {
        JsonNode clear = config.path(Field.PASSWORD);
        if (!clear.isString() || clear.stringValue().isEmpty()) {
            throw Problem.badRequest(
                    "credentials.password.config needs a password or a hashed_password.");
        }
        return switch (Typed.read(clear.stringValue())) {
            case Unusable unusable -> throw unusable(unusable);
            case Usable usable -> hasher.hash(usable.typed());
        };
    }

    /** Kratos' clients send what they do not mean as null or "". */
    private static boolean present(JsonNode config, String field) {
        JsonNode value = config.path(field);
        return !value.isMissingNode() && !value.isNull() && !value.asString("-").isEmpty();
    }

    private static Problem unusable(Unusable unusable) {
        return Problem.badRequest(WHERE + "password: " + unusable.problem().message().text());
    }
}
