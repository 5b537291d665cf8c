package dev.bonafide.session;

import dev.bonafide.config.Setting;
import dev.bonafide.http.Json;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.IdentityJson;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Proof;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Upstream;
import dev.bonafide.vault.Opened;
import dev.bonafide.vault.Vault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A session on the wire (contract clauses 1.1, 1.2, 1.5). Never its token. */
public final class SessionJson {
    private final Directory directory;
    private final IdentityJson identities;
    private final Vault vault;
    private final AalCheck aal;
    private final Setting<SessionSettings> settings;

    /**
     * {@code settings}: what whoami asks for; an answer that hands over a token withholds the
     * identity below it.
     */
    public SessionJson(
            Directory directory,
            IdentityJson identities,
            Vault vault,
            AalCheck aal,
            Setting<SessionSettings> settings) {
        this.directory = directory;
        this.identities = identities;
        this.vault = vault;
        this.aal = aal;
        this.settings = settings;
    }

    /** Whether whoami would answer for it. */
    public boolean satisfies(Standing standing) {
        return aal.satisfied(settings.get().requiredAal(), standing);
    }

    /** An active session, with its identity or with {@code identity: null}. */
    public Map<String, Object> of(Standing standing, boolean withIdentity) {
        Map<String, Object> json =
                facts(new SessionFacts(standing.session(), true, standing.aal()));
        json.put("identity", withIdentity ? identity(standing.session(), identities::of) : null);
        json.put("devices", List.of(device(standing.session().device())));
        return json;
    }

    /**
     * As administrators see it; {@code parts} names what is to be filled in: {@code identity},
     * {@code devices}.
     */
    Map<String, Object> of(SessionFacts facts, Set<String> parts) {
        SessionState.Started session = facts.session();
        Map<String, Object> json = facts(facts);
        json.put(
                "identity",
                parts.contains("identity") ? identity(session, identities::inSessions) : null);
        json.put("devices", parts.contains("devices") ? List.of(device(session.device())) : null);
        return json;
    }

    private static Map<String, Object> facts(SessionFacts facts) {
        SessionState.Started session = facts.session();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", session.id().value());
        json.put("active", facts.active());
        json.put("expires_at", session.times().expiresAt());
        json.put("authenticated_at", session.times().authenticatedAt());
        json.put("authenticator_assurance_level", facts.aal().wire());
        json.put(
                "authentication_methods",
                session.proofs().stream().map(SessionJson::method).toList());
        json.put("issued_at", session.times().issuedAt());
        return json;
    }

    private @Nullable Map<String, Object> identity(
            SessionState.Started session, Function<Person, Map<String, Object>> write) {
        return directory.byId(session.identity()).map(write).orElse(null);
    }

    /** One entry of {@code authentication_methods}. */
    public static Map<String, Object> method(Proof proof) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", proof.method().value());
        json.put("aal", proof.aal().wire());
        json.put("completed_at", proof.completedAt());
        Upstream upstream = proof.upstream();
        if (upstream != null) {
            json.put("provider", upstream.provider());
            if (upstream.acr() != null) {
                json.put("upstream_acr", upstream.acr());
            }
            json.put("upstream_amr", upstream.amr());
        }
        return json;
    }

    /** Where it began; without details where the vault has none any more. */
    public Map<String, Object> device(Device device) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", device.id());
        Sealed sealed = device.client();
        if (sealed != null && vault.open(sealed) instanceof Opened.Text text) {
            JsonNode client = Json.mapper().readTree(text.text());
            for (String key : List.of("ip_address", "user_agent", "location")) {
                json.put(key, client.path(key).asString(""));
            }
        }
        return json;
    }
}
