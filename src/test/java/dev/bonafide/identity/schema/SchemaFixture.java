package dev.bonafide.identity.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Written;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Schemas written as a few lines of JSON, as an operator would. */
final class SchemaFixture {
    static final JsonMapper JSON = new JsonMapper();

    private SchemaFixture() {}

    /** A draft-07 schema with these members of {@code traits.properties}. */
    static IdentitySchema traits(String properties) {
        return schema(whole(properties));
    }

    static String whole(String properties) {
        return """
        {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
         "properties": {"traits": {"type": "object", "properties": {%s}}}}
        """
                .formatted(properties);
    }

    static IdentitySchema schema(String json) {
        return Schemas.load(configured("default", Map.of("default", base64(json)))).byDefault();
    }

    static String base64(String json) {
        return "base64://" + Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    }

    static Configuration configured(String byDefault, Map<String, String> urls) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("identity:\n  default_schema_id: ").append(byDefault).append("\n  schemas:\n");
        urls.forEach((id, url) ->
                yaml.append("    - {id: ").append(id).append(", url: '" + url + "'}\n"));
        return Written.yaml(yaml.toString());
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text);
    }

    /** Each problem as node, number, context. */
    static List<String> told(IdentitySchema schema, String traits) {
        return schema.validate(json(traits)).stream()
                .map(p -> p.name() + " " + p.id() + " " + JSON.writeValueAsString(p.context()))
                .toList();
    }
}
