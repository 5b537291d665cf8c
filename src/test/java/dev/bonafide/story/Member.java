package dev.bonafide.story;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.method.fido.SoftAuthenticator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Somebody who was brought along with these methods, so that nothing has to be hashed for them. */
record Member(String email, IdentityId id) {
    static final String PASSWORD = "Tr0ub4dor & 3-é";
    static final String TOTP = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** Where the accounts of some are. */
    static final String PROVIDER = "one";

    private static final String HASH = "{SSHA}6IFQuqSeAwOmNrQlO1e8HI5awhcBAgMEBQYHCA==";

    /** {@code methods}: besides the password. */
    static Member created(TestServer server, Set<String> methods) {
        List<String> credentials = new ArrayList<>();
        credentials.add("\"password\": {\"config\": {\"hashed_password\": \"" + HASH + "\"}}");
        methods.forEach(method -> credentials.add(credential(method)));
        return with(server, credentials);
    }

    /** Without a password, with a key of each of these methods as a first factor. */
    static Member withKeys(TestServer server, List<String> methods) {
        return with(server, methods.stream().map(method -> key(method, true)).toList());
    }

    private static Member with(TestServer server, List<String> credentials) {
        String email = new Ada(server).email();
        Answer answer =
                server.http()
                        .admin(
                                "POST",
                                "/admin/identities",
                                "{\"traits\": {\"email\": \"%s\"}, \"credentials\": {%s}}"
                                        .formatted(email, String.join(", ", credentials)));
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        return new Member(email, IdentityId.of(answer.at("id")));
    }

    private static String credential(String method) {
        return switch (method) {
            case "totp" ->
                    "\"totp\": {\"config\": {\"totp_url\": \"otpauth://totp/ada?secret=%s\"}}"
                            .formatted(TOTP);
            case "lookup_secret" ->
                    "\"lookup_secret\": {\"config\": {\"codes\": [{\"code\": \"free0001\"}]}}";
            case "oidc" ->
                    """
                    "oidc": {"config": {"providers": [
                      {"provider": "%s", "subject": "%s", "issuer": "https://id.example"}]}}
                    """
                            .formatted(PROVIDER, UUID.randomUUID());
            default -> key(method, method.equals("passkey"));
        };
    }

    private static String key(String method, boolean first) {
        SoftAuthenticator key = new SoftAuthenticator();
        String cose = Base64.getEncoder().encodeToString(key.cose());
        return """
        "%s": {"config": {"user_handle": "%s", "credentials": [
          {"id": "%s", "public_key": "%s", "is_passwordless": %s}]}}
        """
                .formatted(method, "BwcHBw==", key.id(), cose, first);
    }
}
