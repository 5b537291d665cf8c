package dev.bonafide.session;

import dev.bonafide.http.Call;
import dev.bonafide.http.Json;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a request comes from, as sessions and the trail keep it: sealed under the key of the
 * identity concerned.
 */
public final class ClientDescription {
    /** As much of an agent as Kratos keeps (contract clause 1.5). */
    private static final int AGENT_MAX = 512;

    private ClientDescription() {}

    /** JSON of {@code ip_address}, {@code user_agent} and {@code location}. */
    public static Sealed of(Call call, IdentityId identity) {
        Map<String, String> client = new LinkedHashMap<>();
        client.put("ip_address", call.address());
        client.put("user_agent", cut(call.header("User-Agent").orElse("")));
        client.put("location", "");
        return new Sealed.Fresh(identity, Json.mapper().writeValueAsString(client));
    }

    private static String cut(String text) {
        return text.length() > AGENT_MAX ? text.substring(0, AGENT_MAX) : text;
    }
}
