package dev.bonafide.identity.schema;

import static dev.bonafide.identity.schema.SchemaFixture.json;
import static dev.bonafide.identity.schema.SchemaFixture.schema;
import static dev.bonafide.identity.schema.SchemaFixture.told;
import static dev.bonafide.identity.schema.SchemaFixture.traits;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract section 5, validation: numbers and context keys; clause 0.4, the node. */
class TraitProblemsTest {
    @Test
    void namesWhatIsMissingAtItsOwnNode() {
        IdentitySchema schema =
                schema(
                        """
                        {"type": "object", "properties": {"traits": {"type": "object", "required": ["email"],
                         "properties": {"email": {"type": "string"},
                          "name": {"type": "object", "required": ["first"], "properties": {"first": {"type": "string"}}},
                          "a/b~c": {"type": "object", "required": ["d/e"]}}}}}
                        """);
        assertThat(told(schema, "{\"name\": {}, \"a/b~c\": {}}"))
                .containsExactlyInAnyOrder(
                        "traits.email 4000002 {\"property\":\"email\"}",
                        "traits.name.first 4000002 {\"property\":\"first\"}",
                        "traits.a/b~c.d/e 4000002 {\"property\":\"d/e\"}");
        assertThat(schema.validate(json("{\"name\": {}, \"email\": \"x\"}")).getFirst())
                .satisfies(problem -> {
                    assertThat(problem.pointer()).isEqualTo("#/traits/name/first");
                    assertThat(problem.text()).isEqualTo("Property first is missing.");
                });
    }

    @Test
    void countsLengthsInCharactersThatPeopleSee() {
        IdentitySchema schema =
                traits("\"s\": {\"type\": \"string\", \"minLength\": 3, \"maxLength\": 4}");
        assertThat(told(schema, "{\"s\": \"🎉🎉\"}"))
                .containsExactly("traits.s 4000003 {\"min_length\":3,\"actual_length\":2}");
        assertThat(told(schema, "{\"s\": \"🎉🎉🎉🎉🎉\"}"))
                .containsExactly("traits.s 4000017 {\"max_length\":4,\"actual_length\":5}");
        assertThat(told(schema, "{\"s\": \"🎉🎉🎉\"}")).isEmpty();
    }

    @Test
    void tellsThePattern() {
        assertThat(told(traits("\"s\": {\"pattern\": \"^[a-z]+$\"}"), "{\"s\": \"A\"}"))
                .containsExactly("traits.s 4000004 {\"pattern\":\"^[a-z]+$\"}");
    }

    @Test
    void tellsTheBoundsOfNumbers() {
        IdentitySchema inclusive =
                traits("\"n\": {\"minimum\": 3, \"maximum\": 5.5, \"multipleOf\": 0.5}");
        assertThat(told(inclusive, "{\"n\": 2}"))
                .containsExactly("traits.n 4000018 {\"minimum\":3,\"actual\":2}");
        assertThat(told(inclusive, "{\"n\": 6}"))
                .containsExactly("traits.n 4000020 {\"maximum\":5.5,\"actual\":6}");
        assertThat(told(inclusive, "{\"n\": 3.7}"))
                .containsExactly("traits.n 4000022 {\"base\":0.5,\"actual\":3.7}");
        IdentitySchema exclusive =
                traits("\"n\": {\"exclusiveMinimum\": 3, \"exclusiveMaximum\": 5}");
        assertThat(told(exclusive, "{\"n\": 3}"))
                .containsExactly("traits.n 4000019 {\"minimum\":3,\"actual\":3}");
        assertThat(told(exclusive, "{\"n\": 5}"))
                .containsExactly("traits.n 4000021 {\"maximum\":5,\"actual\":5}");
    }

    @Test
    void tellsWhatIsWrongWithLists() {
        IdentitySchema schema =
                traits(
                        "\"l\": {\"type\": \"array\", \"minItems\": 1, \"maxItems\": 3, \"uniqueItems\": true, \"items\": {\"type\": \"string\"}}");
        assertThat(told(schema, "{\"l\": []}"))
                .containsExactly("traits.l 4000024 {\"min_items\":1,\"actual_items\":0}");
        assertThat(told(schema, "{\"l\": [\"a\",\"b\",\"c\",\"d\"]}"))
                .containsExactly("traits.l 4000023 {\"max_items\":3,\"actual_items\":4}");
        assertThat(told(schema, "{\"l\": [\"a\",\"b\",\"b\"]}"))
                .containsExactly("traits.l 4000025 {\"index_a\":1,\"index_b\":2}");
        assertThat(told(schema, "{\"l\": [\"a\", 1]}"))
                .containsExactly(
                        "traits.l.1 4000026 {\"allowed_types\":[\"string\"],\"actual_type\":\"number\"}");
    }

    @Test
    void tellsTypesAndConstants() {
        IdentitySchema schema =
                traits("\"t\": {\"type\": [\"string\", \"null\"]}, \"c\": {\"const\": true}");
        assertThat(told(schema, "{\"t\": {}, \"c\": false}"))
                .containsExactlyInAnyOrder(
                        "traits.t 4000026 {\"allowed_types\":[\"string\",\"null\"],\"actual_type\":\"object\"}",
                        "traits.c 4000029 {\"expected\":true}");
    }

    @Test
    void tellsAddressesByNumbersOfTheirOwn() {
        IdentitySchema schema =
                traits(
                        "\"e\": {\"format\": \"email\"}, \"t\": {\"format\": \"tel\"}, \"d\": {\"format\": \"date\"}, \"u\": {\"format\": \"uri\"}");
        assertThat(
                        told(
                                schema,
                                "{\"e\": \"no-an-email\", \"t\": \"+1800flowers\", \"d\": \"1\", \"u\": \"http://a b\"}"))
                .containsExactlyInAnyOrder(
                        "traits.e 4000040 {\"value\":\"no-an-email\"}",
                        "traits.t 4000041 {\"value\":\"+1800flowers\"}",
                        "traits.d 4000001 {\"reason\":\"\\\"1\\\" is not valid \\\"date\\\"\"}",
                        "traits.u 4000001 {\"reason\":\"\\\"http://a b\\\" is not valid \\\"uri\\\"\"}");
        assertThat(
                        told(
                                schema,
                                "{\"e\": \"дא@exämple.com\", \"t\": \"+49 176 671 11 638\", \"d\": \"1815-12-10\", \"u\": \"https://example.com\"}"))
                .isEmpty();
        for (String number :
                List.of("+999 1234567", "017667111638", "tel:+4917667111638", "+", "x")) {
            assertThat(told(schema, "{\"t\": \"" + number + "\"}")).as(number).hasSize(1);
        }
    }

    @Test
    void takesAnythingWhereTheFormatIsNotValidated() {
        assertThat(told(traits("\"e\": {\"format\": \"no-validate\"}"), "{\"e\": \"x\"}"))
                .isEmpty();
    }

    @Test
    void tellsEverythingElseByItsReason() {
        IdentitySchema schema =
                traits(
                        "\"e\": {\"enum\": [\"US\", \"UK\"]}, \"o\": {\"oneOf\": [{\"minimum\": 1}, {\"minimum\": 2}]}");
        assertThat(told(schema, "{\"e\": \"DE\"}"))
                .containsExactly(
                        "traits.e 4000001 {\"reason\":\"does not have a value in the enumeration [\\\"US\\\", \\\"UK\\\"]\"}");
        assertThat(told(schema, "{\"o\": 3}")).singleElement().asString().contains(" 4000001 ");
    }

    @Test
    void namesTraitsThatTheSchemaDoesNotKnow() {
        IdentitySchema schema =
                schema(
                        "{\"properties\": {\"traits\": {\"properties\": {\"a\": {}}, \"additionalProperties\": false}}}");
        assertThat(told(schema, "{\"is_admin\": true}"))
                .singleElement()
                .asString()
                .startsWith("traits 4000001 ")
                .contains("is_admin");
    }

    @Test
    void answersHugeInputShortly() {
        IdentitySchema schema =
                traits(
                        "\"l\": {\"items\": {\"type\": \"string\"}}, \"e\": {\"format\": \"email\"}");
        String many = "[" + "1,".repeat(100_000) + "1]";
        assertThat(told(schema, "{\"l\": " + many + "}")).hasSize(Problems.MAX);
        assertThat(told(schema, "{\"e\": \"" + "x".repeat(1_000_000) + "\"}"))
                .singleElement()
                .asString()
                .hasSizeLessThan(400);
    }

    /**
     * CWE-1333. The second half of the pattern fits, after millions of steps in the first: who gets
     * there was not bounded.
     */
    @Test
    void takesATextThatUsesUpItsStepsForOneThatDoesNotMatch() {
        IdentitySchema schema = traits("\"s\": {\"pattern\": \"^(?:a*a*a*a*a*a*b|a+!)$\"}");
        assertThat(told(schema, "{\"s\": \"" + "a".repeat(40) + "!\"}")).hasSize(1);
        assertThat(told(schema, "{\"s\": \"aaa!\"}")).isEmpty();
    }

    /** The matcher recurses for every repetition of a group. */
    @Test
    void takesATextThatUsesUpTheStackForOneThatDoesNotMatch() {
        IdentitySchema schema = traits("\"t\": {\"pattern\": \"^(a|b|ab)*c$\"}");
        assertThat(told(schema, "{\"t\": \"" + "ab".repeat(400_000) + "\"}")).hasSize(1);
        assertThat(told(schema, "{\"t\": \"ababc\"}")).isEmpty();
    }

    @Test
    void showsNoValueWhenPrinted() {
        TraitProblem problem =
                traits("\"e\": {\"format\": \"email\"}")
                        .validate(json("{\"e\": \"ada\"}"))
                        .getFirst();
        assertThat(problem.toString()).doesNotContain("ada");
    }
}
