package dev.bonafide.method.fido;

import dev.bonafide.http.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The options that pages hand to the browser (WebAuthn Level 3 sections 5.4, 5.5), as JSON. */
public final class KeyOptions {
    /** ES256, EdDSA, ES384, ES512, Ed448, RS256: what the library verifies. */
    private static final List<Integer> ALGORITHMS = List.of(-7, -8, -35, -36, -53, -257);

    private final RelyingPartySettings party;
    private final KeyWish wish;

    public KeyOptions(RelyingPartySettings party, KeyWish wish) {
        this.party = party;
        this.wish = wish;
    }

    /**
     * For {@code navigator.credentials.get}.
     *
     * @param allowed ids of the keys that may answer; none where the authenticator knows
     */
    public ObjectNode use(Pending pending, List<Allowed> allowed) {
        ObjectNode options = Json.mapper().createObjectNode();
        ObjectNode key = options.putObject("publicKey");
        key.put("challenge", pending.challenge());
        key.put("timeout", Pending.LIFE.toMillis());
        key.put("rpId", party.id());
        list(key, "allowCredentials", allowed);
        key.put("userVerification", wish.verification());
        return options;
    }

    /**
     * For {@code navigator.credentials.create}.
     *
     * @param name what the authenticator shows of its owner
     * @param excluded keys that its owner has already
     */
    public ObjectNode create(Pending pending, String name, List<Allowed> excluded) {
        ObjectNode options = Json.mapper().createObjectNode();
        ObjectNode key = options.putObject("publicKey");
        key.putObject("rp").put("name", party.displayName()).put("id", party.id());
        key.putObject("user")
                .put("name", name)
                .put("displayName", name)
                .put("id", pending.handle());
        key.put("challenge", pending.challenge());
        ArrayNode algorithms = key.putArray("pubKeyCredParams");
        ALGORITHMS.forEach(one -> algorithms.addObject().put("type", "public-key").put("alg", one));
        key.put("timeout", Pending.LIFE.toMillis());
        list(key, "excludeCredentials", excluded);
        key.putObject("authenticatorSelection")
                .put("requireResidentKey", wish.resident().equals("required"))
                .put("residentKey", wish.resident())
                .put("userVerification", wish.verification());
        key.put("attestation", "none");
        return options;
    }

    private static void list(ObjectNode key, String name, List<Allowed> keys) {
        if (keys.isEmpty()) {
            return;
        }
        ArrayNode listed = key.putArray(name);
        for (Allowed one : keys) {
            ObjectNode entry = listed.addObject().put("type", "public-key").put("id", one.id());
            if (!one.transports().isEmpty()) {
                ArrayNode transports = entry.putArray("transports");
                one.transports().forEach(transports::add);
            }
        }
    }

    /** A key by its id (base64url), and over what it can be reached. */
    public record Allowed(String id, List<String> transports) {
        public Allowed {
            transports = List.copyOf(transports);
        }

        static Allowed of(OpenKey key) {
            return new Allowed(key.material().id(), key.material().transports());
        }

        public static List<Allowed> all(List<OpenKey> keys) {
            return keys.stream().map(Allowed::of).toList();
        }
    }
}
