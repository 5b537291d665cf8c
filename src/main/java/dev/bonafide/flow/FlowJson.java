package dev.bonafide.flow;

import dev.bonafide.http.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every flow has on the wire, and what is answered for one that is over. */
public final class FlowJson {
    private FlowJson() {}

    /** The keys that all kinds of flows share, in Kratos' order. */
    public static Map<String, Object> base(Flow flow, Map<String, Object> ui) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", flow.id());
        json.put("type", "api");
        json.put("expires_at", flow.asked().expiresAt());
        json.put("issued_at", flow.asked().issuedAt());
        json.put("request_url", flow.asked().requestUrl());
        putIfPresent(json, "return_to", flow.asked().returnTo());
        putIfPresent(json, "active", flow.active());
        json.put("ui", ui);
        json.put("organization_id", null);
        json.put("state", flow.state());
        return json;
    }

    /**
     * For a submit to a flow that is over: the id of a fresh one to go on with (contract clauses
     * 0.2, 2.7).
     */
    public static Problem over(Flow flow, Flow fresh, Instant now) {
        // A flow that was used, or belongs to another session, is over although its time is not.
        Instant end = flow.asked().expiresAt();
        Instant over = end.isBefore(now) ? end : now;
        return new Problem(
                        410,
                        "self_service_flow_expired",
                        "self-service flow expired",
                        "The self-service flow is over. Please continue with the new one.")
                .sibling("expired_at", over)
                .sibling("since", Duration.between(over, now).toNanos())
                .sibling("use_flow_id", fresh.id());
    }

    /** For a read of a flow that expired (contract clause 2.6). */
    public static Problem expired(String initUrl) {
        return new Problem(
                        410,
                        "self_service_flow_expired",
                        "self-service flow expired",
                        "The self-service flow has expired. Call the self-service flow initialization API endpoint to initialize a new flow.")
                .detail("api", initUrl);
    }

    private static void putIfPresent(
            Map<String, Object> json, String key, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }
}
