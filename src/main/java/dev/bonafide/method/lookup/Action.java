package dev.bonafide.method.lookup;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The buttons of the settings. If several are sent, the first in this order counts (clause 3.4).
 */
enum Action {
    CONFIRM("lookup_secret_confirm"),
    REVEAL("lookup_secret_reveal"),
    DISABLE("lookup_secret_disable"),
    REGENERATE("lookup_secret_regenerate"),
    NONE("");

    private final String field;

    Action(String field) {
        this.field = field;
    }

    /** The name of the button. */
    String field() {
        return field;
    }

    static Action of(ObjectNode fields) {
        return Arrays.stream(values())
                .filter(action -> pressed(fields.path(action.field)))
                .findFirst()
                .orElse(NONE);
    }

    private static boolean pressed(JsonNode flag) {
        return flag.isBoolean() ? flag.booleanValue() : flag.asString("").equals("true");
    }
}
