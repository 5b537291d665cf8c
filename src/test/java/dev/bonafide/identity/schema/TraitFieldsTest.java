package dev.bonafide.identity.schema;

import static dev.bonafide.identity.schema.SchemaFixture.JSON;
import static dev.bonafide.identity.schema.SchemaFixture.json;
import static dev.bonafide.identity.schema.SchemaFixture.schema;
import static dev.bonafide.identity.schema.SchemaFixture.traits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Contract clause 0.5, input nodes of traits. */
class TraitFieldsTest {
    private static final String EVERY_KIND =
            """
            "s": {"type": "string"}, "n": {"type": "number"}, "i": {"type": "integer"}, "b": {"type": "boolean"},
            "e": {"type": "string", "format": "email"}, "t": {"type": "string", "format": "tel"},
            "u": {"type": "string", "format": "uri"}, "d": {"type": "string", "format": "date"},
            "dt": {"type": "string", "format": "date-time"}, "r": {"type": "string", "format": "regex"},
            "l": {"type": "array", "items": {"type": "string"}}, "any": {"type": "array"},
            "c": {"const": true}, "x": {"default": "y"}
            """;

    @Test
    void choosesTheInputByTypeAndFormat() {
        Map<String, String> inputs =
                traits(EVERY_KIND).fields().stream()
                        .collect(
                                Collectors.toMap(
                                        f -> f.path().getLast(),
                                        f -> f.type() + "/" + f.autocomplete()));
        assertThat(inputs)
                .isEqualTo(
                        Map.ofEntries(
                                Map.entry("s", "text/null"),
                                Map.entry("n", "number/null"),
                                Map.entry("i", "number/null"),
                                Map.entry("b", "checkbox/null"),
                                Map.entry("e", "email/email"),
                                Map.entry("t", "tel/tel"),
                                Map.entry("u", "url/url"),
                                Map.entry("d", "date/null"),
                                Map.entry("dt", "datetime-local/null"),
                                Map.entry("r", "text/null"),
                                Map.entry("l", "text/null"),
                                Map.entry("any", "text/null"),
                                Map.entry("c", "checkbox/null"),
                                Map.entry("x", "text/null")));
    }

    @Test
    void keepsTheSchemasOrderAndLeavesOutWhatNoInputHolds() {
        IdentitySchema schema =
                traits(
                        """
                        "z": {"type": "string"}, "name": {"type": "object", "properties": {"last": {"type": "string"}, "first": {"type": "string"}}},
                        "objects": {"type": "array", "items": {"type": "object"}}, "lists": {"type": "array", "items": {"type": "array"}},
                        "several": {"type": ["string", "null"]}, "none": {}, "null": {"type": "null"}, "oc": {"const": {}},
                        "a": {"type": "string"}
                        """);
        assertThat(schema.fields())
                .extracting(TraitField::name)
                .containsExactly("traits.z", "traits.name.last", "traits.name.first", "traits.a");
    }

    @Test
    void tellsWhatTheInputNeeds() {
        IdentitySchema schema =
                schema(
                        """
                        {"properties": {"traits": {"required": ["e", "name"], "properties": {
                          "e": {"type": "string", "title": "E-Mail", "pattern": "^a", "maxLength": 9},
                          "name": {"type": "object", "required": ["last"], "properties": {"first": {"type": "string"}, "last": {"type": "string"}}},
                          "country": {"type": "string", "title": "", "enum": ["US", "UK"]}}}}}
                        """);
        TraitField email = schema.fields().getFirst();
        assertThat(email.required()).isTrue();
        assertThat(email.title()).isEqualTo("E-Mail");
        assertThat(email.pattern()).isEqualTo("^a");
        assertThat(email.maxLength()).isEqualTo(9);
        assertThat(email.options()).isEmpty();
        assertThat(schema.fields().get(1).required()).isFalse();
        assertThat(schema.fields().get(2).required()).isTrue();
        TraitField country = schema.fields().getLast();
        assertThat(country.options()).extracting(JsonNode::asString).containsExactly("US", "UK");
        assertThat(country.title()).isNull();
        assertThat(country.maxLength()).isNull();
    }

    @Test
    void boundsTheOptions() {
        String many =
                IntStream.range(0, 600)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));
        assertThat(
                        traits("\"e\": {\"type\": \"integer\", \"enum\": [" + many + "]}")
                                .fields()
                                .getFirst()
                                .options())
                .hasSize(500);
    }

    @Test
    void followsReferencesAndAlternatives() {
        IdentitySchema schema =
                schema(
                        """
                        {"definitions": {"mail": {"type": "string", "format": "email"}},
                         "properties": {"traits": {"required": ["m"],
                           "properties": {"m": {"$ref": "#/definitions/mail"}, "kind": {"type": "string"}},
                           "allOf": [{"properties": {"extra": {"type": "string"}, "kind": {"type": "number"}}}],
                           "if": {"properties": {"kind": {"const": "x"}, "asked": {"type": "string"}}},
                           "then": {"properties": {"more": {"type": "string"}}}}}}
                        """);
        assertThat(schema.fields())
                .extracting(TraitField::name)
                .containsExactly("traits.m", "traits.kind", "traits.extra", "traits.more");
        assertThat(schema.fields().getFirst().type()).isEqualTo("email");
        assertThat(schema.fields().getFirst().required()).isTrue();
        assertThat(schema.fields().get(1).type()).isEqualTo("text");
    }

    @Test
    void findsItsValueInTraits() {
        TraitField first =
                traits(
                                "\"name\": {\"type\": \"object\", \"properties\": {\"first\": {\"type\": \"string\"}}}")
                        .fields()
                        .getFirst();
        assertThat(first.in(json("{\"name\": {\"first\": \"Ada\"}}"))).hasToString("\"Ada\"");
        assertThat(first.in(json("{\"name\": 1}"))).isNull();
        assertThat(first.in(json("{}"))).isNull();
    }

    /** The recorded registration with a list of countries, from the schema that gives it. */
    @Test
    void givesTheNodesOfARecordedFlow() {
        assumeThat(RecordedFlows.present())
                .as("left out: no recorded flows beside the project")
                .isTrue();
        IdentitySchema schema =
                schema(
                        """
                        {"properties": {"traits": {"required": ["email", "country"], "properties": {
                          "email": {"type": "string", "format": "email", "title": "E-Mail"},
                          "country": {"type": "string", "title": "Country", "enum": ["US", "UK", "DE", "AT"]},
                          "language": {"type": "string", "title": "Language", "enum": ["en", "es", "de", "de-at"]}}}}}
                        """);
        assertThat(schema.fields().stream().map(TraitFieldsTest::node).toList())
                .isEqualTo(
                        RecordedFlows.traitNodes("registration/two-step/enum/initial-form.json"));
    }

    private static String node(TraitField field) {
        List<String> parts = new ArrayList<>();
        parts.add(field.name());
        parts.add(field.type());
        parts.add(Boolean.toString(field.required()));
        parts.add(String.valueOf(field.autocomplete()));
        parts.add(String.valueOf(field.title()));
        parts.add(JSON.writeValueAsString(field.options()));
        return String.join(" ", parts);
    }
}
