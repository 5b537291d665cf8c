package dev.bonafide.audit;

import dev.bonafide.log.event.EventJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What of an event's payload the trail shows: an allow-list, so that a new field stays hidden until
 * somebody decides otherwise.
 */
final class Details {
    private static final Set<String> SHOWN =
            Set.of(
                    "method",
                    "aal",
                    "lineage",
                    "completed_at",
                    "lane",
                    "failures",
                    "refused_until",
                    "disabled",
                    "reason",
                    "cause",
                    "cause_position",
                    "rule",
                    "epoch",
                    "expires_at",
                    "schema",
                    "index");

    private static final Set<String> TIMES = Set.of("completed_at", "refused_until", "expires_at");

    private Details() {}

    static Map<String, Object> of(Object event) {
        Map<String, Object> shown = new LinkedHashMap<>();
        collect(EventJson.mapper().valueToTree(event), shown);
        return shown;
    }

    /** One level down, too: a proof is an object in its event. */
    private static void collect(JsonNode payload, Map<String, Object> shown) {
        for (Map.Entry<String, JsonNode> field : payload.properties()) {
            JsonNode value = field.getValue();
            if (SHOWN.contains(field.getKey()) && value.isValueNode() && !value.isNull()) {
                shown.put(field.getKey(), plain(field.getKey(), value));
            } else if (field.getKey().equals("proof")) {
                collect(value, shown);
            }
        }
    }

    /** Times stand in events as microseconds; people read them as the wire writes times. */
    private static Object plain(String name, JsonNode value) {
        if (TIMES.contains(name)) {
            return Instant.EPOCH.plus(value.asLong(), ChronoUnit.MICROS);
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        return value.isNumber() ? value.asLong() : value.asString();
    }
}
