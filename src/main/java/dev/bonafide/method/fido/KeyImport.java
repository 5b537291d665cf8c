package dev.bonafide.method.fido;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.ImportPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keys that were bound elsewhere, in Kratos' shape: {@code {"config": {"user_handle": "…",
 * "credentials": [{"id": "…", "public_key": "…", …}]}}}. Bytes are base64 in either alphabet, or a
 * list of numbers. What could never log in is refused, instead of being found out by its owner.
 */
public final class KeyImport implements ImportPart {
    private static final int KEYS_MAX = 64;
    private static final int ID_BYTES_MAX = 1023;
    private static final int COSE_BYTES_MAX = 2048;
    private static final int HANDLE_BYTES_MAX = 64;
    private static final int AAGUID_BYTES = 16;
    private static final long COUNT_MAX = 0xFFFF_FFFFL;

    private final KeyEvents events;
    private final KeyNames names;
    private final Entropy entropy;
    private final boolean alwaysFirst;

    /**
     * @param alwaysFirst whether each key is a first factor; else {@code is_passwordless} says it
     */
    public KeyImport(KeyEvents events, KeyNames names, Entropy entropy, boolean alwaysFirst) {
        this.events = events;
        this.names = names;
        this.entropy = entropy;
        this.alwaysFirst = alwaysFirst;
    }

    @Override
    public List<CredentialIntent> read(ObjectNode credential, Importee importee) {
        Fields config = new Fields(where() + ".config", credential.path("config"));
        JsonNode listed = config.node().path("credentials");
        config.require(
                listed.isArray() && !listed.isEmpty() && listed.size() <= KEYS_MAX,
                "credentials",
                "is not a list of 1 to " + KEYS_MAX + " keys");
        byte[] handle = config.bytes("user_handle", 0, HANDLE_BYTES_MAX);
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            Fields fields = new Fields(config.where() + ".credentials[" + i + "]", listed.get(i));
            keys.add(key(fields, handle, importee));
        }
        config.require(
                keys.stream().map(key -> key.facts().name()).distinct().count() == keys.size(),
                "credentials",
                "holds a key twice");
        return List.of(new ImportKeys(events, importee.id(), keys, importee.now()));
    }

    private Key key(Fields fields, byte[] handle, Importee importee) {
        Aal aal = first(fields) ? Aal.AAL1 : Aal.AAL2;
        // A first factor may be asked for without a name: then the handle alone says whose it is.
        fields.require(
                handle.length > 0 || aal == Aal.AAL2,
                "",
                "is a first factor, so config.user_handle has to say whose");
        KeyMaterial material = material(fields, handle.length == 0 ? fresh() : handle);
        JsonNode flags = fields.node().path("flags");
        KeyFacts facts =
                new KeyFacts(
                        names.of(material.id()),
                        new Sealed.Fresh(importee.id(), material.text()),
                        aal,
                        fields.inside("authenticator").number("sign_count", COUNT_MAX),
                        flags.path("user_verified").asBoolean(false),
                        eligible(flags),
                        flags.path("backup_state").asBoolean(false));
        Instant addedAt = fields.time("added_at", importee.now());
        boolean copied =
                fields.inside("authenticator").node().path("clone_warning").asBoolean(false);
        return new Key(new Lineage(entropy.uuid()), facts, addedAt, true, copied);
    }

    private KeyMaterial material(Fields fields, byte[] handle) {
        byte[] cose = fields.bytes("public_key", 1, COSE_BYTES_MAX);
        PublicKeys.problem(cose).ifPresent(problem -> fields.require(false, "public_key", problem));
        byte[] aaguid = fields.inside("authenticator").bytes("aaguid", 0, AAGUID_BYTES);
        return new KeyMaterial(
                Bytes.text(fields.bytes("id", 1, ID_BYTES_MAX)),
                Bytes.text(cose),
                Bytes.text(handle),
                KeyLabels.cut(fields.node().path("display_name").asString("")),
                Bytes.text(aaguid),
                KeyLabels.transports(fields.node().path("transport")),
                fields.node().path("attestation_type").asString("none"));
    }

    private boolean first(Fields fields) {
        return alwaysFirst || fields.node().path("is_passwordless").asBoolean(false);
    }

    /** Records of older servers have no flags: the first use tells. */
    private static @Nullable Boolean eligible(JsonNode flags) {
        JsonNode flag = flags.path("backup_eligible");
        return flag.isBoolean() ? flag.booleanValue() : null;
    }

    private byte[] fresh() {
        return entropy.bytes(HANDLE_BYTES_MAX);
    }

    private String where() {
        return "credentials." + events.method();
    }
}
