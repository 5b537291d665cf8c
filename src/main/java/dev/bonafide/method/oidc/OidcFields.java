package dev.bonafide.method.oidc;

import dev.bonafide.kernel.MethodId;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Names of this method's inputs, as in Kratos, and how they are read. */
final class OidcFields {
    static final String PROVIDER = "provider";
    static final String LINK = "link";
    static final String UNLINK = "unlink";
    static final String ID_TOKEN = "id_token";
    static final String NONCE = "id_token_nonce";
    private static final String PARAMETERS = "upstream_parameters";

    private OidcFields() {}

    static String text(ObjectNode fields, String name) {
        return fields.path(name).asString("");
    }

    /** Whether a submission is meant for this method: a button has a provider, and no method. */
    static boolean meant(MethodId id, ObjectNode fields, String... buttons) {
        String method = text(fields, "method");
        if (!method.isEmpty()) {
            return method.equals(id.value());
        }
        for (String button : buttons) {
            if (!text(fields, button).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    static Map<String, String> parameters(ObjectNode fields) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : fields.path(PARAMETERS).properties()) {
            if (field.getValue().isString()) {
                parameters.put(field.getKey(), field.getValue().stringValue());
            }
        }
        return parameters;
    }
}
