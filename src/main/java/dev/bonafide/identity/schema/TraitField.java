package dev.bonafide.identity.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a form asks for one trait (contract clause 0.5, input attributes).
 *
 * @param path names from the traits down, not empty
 * @param type of an HTML input: {@code text email tel url number checkbox date datetime-local}
 * @param title the schema's, null if it has none
 * @param required by the object that directly holds it
 * @param autocomplete {@code email}, {@code tel}, {@code url}, or null
 * @param pattern as in the schema, or null
 * @param maxLength in code points, or null
 * @param options the values of {@code enum}, at most 500; empty where anything may be typed
 */
public record TraitField(
        List<String> path,
        String type,
        @Nullable String title,
        boolean required,
        @Nullable String autocomplete,
        @Nullable String pattern,
        @Nullable Integer maxLength,
        List<JsonNode> options) {

    /** Of the input: {@code traits.name.first}. */
    public String name() {
        return IdentitySchema.TRAITS + "." + String.join(".", path);
    }

    /** The value that stands there; null if there is none. */
    public @Nullable JsonNode in(ObjectNode traits) {
        JsonNode node = traits;
        for (String step : path) {
            node = node.path(step);
        }
        return node.isMissingNode() ? null : node;
    }
}
