package dev.bonafide.identity.schema;

import static dev.bonafide.identity.schema.SchemaFixture.base64;
import static dev.bonafide.identity.schema.SchemaFixture.configured;
import static dev.bonafide.identity.schema.SchemaFixture.json;
import static dev.bonafide.identity.schema.SchemaFixture.schema;
import static dev.bonafide.identity.schema.SchemaFixture.traits;
import static dev.bonafide.identity.schema.SchemaFixture.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.kernel.MethodId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is read at start, and what stops it. */
@ExtendWith(OutputCaptureExtension.class)
class SchemasTest {
    private static final String SIMPLE = whole("\"email\": {\"type\": \"string\"}");

    @Test
    void readsTheSchemaInTheJar() {
        byte[] shipped = resource("/bonafide.identity.schema.json");
        IdentitySchema schema =
                schema(new String(shipped, java.nio.charset.StandardCharsets.UTF_8));
        String ada = "{\"email\": \"ada@example.com\", \"name\": {\"first\": \"Ada\"}}";
        assertThat(schema.validate(json(ada))).isEmpty();
        Extracted extracted = schema.extract(json(ada));
        assertThat(extracted.identifiers())
                .containsOnly(
                        Map.entry(new MethodId("password"), List.of("ada@example.com")),
                        Map.entry(new MethodId("webauthn"), List.of("ada@example.com")));
        assertThat(extracted.accountName()).isEqualTo("ada@example.com");
        assertThat(extracted.verifiable()).hasSize(1);
        assertThat(extracted.recovery()).hasSize(1);
        assertThat(schema.fields())
                .extracting(TraitField::name)
                .containsExactly("traits.email", "traits.name.first", "traits.name.last");
    }

    @Test
    void readsFilesAndFindsSchemasByIdAndPath(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("customer.schema.json"), SIMPLE);
        Schemas schemas =
                Schemas.load(
                        configured(
                                "customer",
                                new TreeMap<>(
                                        Map.of(
                                                "customer",
                                                "file://" + file,
                                                "employee",
                                                base64(SIMPLE)))));
        assertThat(schemas.byDefault().id()).isEqualTo("customer");
        assertThat(schemas.all())
                .extracting(IdentitySchema::id)
                .containsExactly("customer", "employee");
        assertThat(schemas.byId("employee")).isPresent();
        assertThat(schemas.byId("nobody")).isEmpty();
        assertThat(schemas.byDefault().segment()).isEqualTo("Y3VzdG9tZXI");
        assertThat(schemas.byPath("Y3VzdG9tZXI")).containsSame(schemas.byDefault());
        assertThat(schemas.byPath("employee")).isPresent();
        assertThat(schemas.byPath("%%")).isEmpty();
        assertThat(schemas.byDefault().json()).isEqualTo(json(SIMPLE));
    }

    @Test
    void keepsItsOwnCopyOfTheSchema() {
        IdentitySchema schema = schema(SIMPLE);
        schema.json().removeAll();
        assertThat(schema.json()).isEqualTo(json(SIMPLE));
    }

    @Test
    void understandsBothDrafts() {
        for (String draft :
                List.of(
                        "http://json-schema.org/draft-07/schema#",
                        "http://json-schema.org/draft-07/schema",
                        "https://json-schema.org/draft/2020-12/schema")) {
            IdentitySchema schema =
                    schema(SIMPLE.replace("http://json-schema.org/draft-07/schema#", draft));
            assertThat(schema.validate(json("{\"email\": 1}"))).as(draft).hasSize(1);
        }
        assertThat(schema(SIMPLE.replaceFirst("\"\\$schema\": \"[^\"]*\",", "")).fields())
                .hasSize(1);
    }

    @Test
    void letsTwoSchemasHaveOneName() {
        String a =
                """
                {"$id": "https://x/y.json", "definitions": {"d": {"type": "string"}},
                 "properties": {"traits": {"properties": {"a": {"$ref": "#/definitions/d"}}}}}
                """;
        String b = a.replace("string", "number");
        Schemas schemas =
                Schemas.load(
                        configured("a", new TreeMap<>(Map.of("a", base64(a), "b", base64(b)))));
        IdentitySchema first = schemas.byDefault();
        IdentitySchema second = schemas.byId("b").orElseThrow();
        assertThat(first.validate(json("{\"a\": \"x\"}"))).isEmpty();
        assertThat(second.validate(json("{\"a\": 1}"))).isEmpty();
        assertThat(second.validate(json("{\"a\": \"x\"}"))).hasSize(1);
    }

    @Test
    void ignoresTheNameThatASchemaGivesItself() {
        for (String id : List.of("person.schema.json", "https://x/y.json#", "ory://x", "urn:a:b")) {
            IdentitySchema schema =
                    schema(
                            """
                            {"$id": "%s", "definitions": {"s": {"type": "string"}},
                             "properties": {"traits": {"properties": {"a": {"$ref": "#/definitions/s"}}}}}
                            """
                                    .formatted(id));
            assertThat(schema.validate(json("{\"a\": 1}"))).as(id).hasSize(1);
        }
    }

    @Test
    void refusesSchemasThatAreNotThereOrNotJson() {
        assertRefused(
                "identity.default_schema_id: \"x\" is not among", "x", Map.of("a", base64(SIMPLE)));
        assertRefused(
                "identity.schemas.0.url: \"https:", "a", Map.of("a", "https://example.com/s.json"));
        assertRefused("there is no file", "a", Map.of("a", "file://no/such.json"));
        assertBroken("not JSON", "{");
        assertBroken("not JSON", "{} {}");
        assertBroken("not JSON", "{\"type\": \"object\", \"type\": \"object\"}");
        assertBroken("is a JSON object", "[]");
        assertBroken("is a JSON object", "null");
    }

    @Test
    void refusesSchemasThatAreNone() {
        assertBroken(
                "$schema is http://json-schema.org/draft-04/schema#", SIMPLE.replace("-07", "-04"));
        assertBroken("#/properties/traits/properties", "{\"type\": \"object\"}");
        assertBroken("#/properties/traits/properties", whole(""));
        assertBroken("/properties/email/type", whole("\"email\": {\"type\": \"strin\"}"));
        assertBroken("/properties/email/minLength", whole("\"email\": {\"minLength\": -1}"));
        assertBroken("pattern", whole("\"email\": {\"pattern\": \"(\"}"));
    }

    @Test
    void refusesToReadAnythingElse() {
        for (String target :
                List.of(
                        "https://example.com/other.json",
                        "file:///etc/passwd",
                        "other.json",
                        "classpath:bonafide.identity.schema.json",
                        "#other",
                        "#/definitions/none",
                        "#")) {
            assertBroken("refers to \"" + target, whole("\"a\": {\"$ref\": \"" + target + "\"}"));
        }
    }

    @Test
    void refusesASchemaThatContainsItself() {
        assertBroken(
                "contains itself at traits.a.b",
                whole(
                        "\"a\": {\"properties\": {\"b\": {\"$ref\": \"#/properties/traits/properties/a\"}}}"));
        assertBroken(
                "contains itself at traits.a",
                whole("\"a\": {\"allOf\": [{\"$ref\": \"#/properties/traits/properties/a\"}]}"));
    }

    @Test
    void refusesMarksThatItDoesNotKnow() {
        assertMark("property 'credential' is not defined", "{\"credential\": {}}");
        assertMark(
                "/credentials property 'pasword'",
                "{\"credentials\": {\"pasword\": {\"identifier\": true}}}");
        assertMark(
                "/credentials/password property 'via'",
                "{\"credentials\": {\"password\": {\"via\": \"email\"}}}");
        assertMark(
                "/credentials/totp property 'identifier'",
                "{\"credentials\": {\"totp\": {\"identifier\": true}}}");
        assertMark(
                "/credentials/password/identifier string found",
                "{\"credentials\": {\"password\": {\"identifier\": \"yes\"}}}");
        assertMark("/credentials/code", "{\"credentials\": {\"code\": {\"identifier\": true}}}");
        assertMark(
                "/credentials/code/via",
                "{\"credentials\": {\"code\": {\"identifier\": true, \"via\": \"fax\"}}}");
        assertMark("/verification/via", "{\"verification\": {\"via\": \"phone\"}}");
        assertMark("/recovery property 'Via'", "{\"recovery\": {\"Via\": \"email\"}}");
        assertMark("object expected", "true");
    }

    @Test
    void findsMarksWhereverTheyStand() {
        assertBroken(
                "#/definitions/e/ory.sh~1kratos property 'x'",
                SIMPLE.replaceFirst(
                        "\\{", "{\"definitions\": {\"e\": {\"ory.sh/kratos\": {\"x\": 1}}}, "));
    }

    @Test
    void warnsOfOrganizations(CapturedOutput output) {
        traits(
                "\"e\": {\"type\": \"string\", \"ory.sh/kratos\": {\"organizations\": {\"matcher\": \"email_domain\"}}}");
        assertThat(output).contains("organizations are not served");
    }

    private static void assertMark(String problem, String marks) {
        assertBroken(
                problem, whole("\"e\": {\"type\": \"string\", \"ory.sh/kratos\": " + marks + "}"));
    }

    private static void assertBroken(String problem, String json) {
        assertRefused(problem, "default", Map.of("default", base64(json)));
    }

    private static void assertRefused(String problem, String byDefault, Map<String, String> urls) {
        assertThatThrownBy(() -> Schemas.load(configured(byDefault, urls)))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageContaining(problem);
    }

    private static byte[] resource(String name) {
        try (var content = SchemasTest.class.getResourceAsStream(name)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
