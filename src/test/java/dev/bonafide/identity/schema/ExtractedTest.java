package dev.bonafide.identity.schema;

import static dev.bonafide.identity.schema.SchemaFixture.json;
import static dev.bonafide.identity.schema.SchemaFixture.schema;
import static dev.bonafide.identity.schema.SchemaFixture.told;
import static dev.bonafide.identity.schema.SchemaFixture.traits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.schema.Extracted.Address;
import dev.bonafide.kernel.MethodId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contract clause 11a. */
class ExtractedTest {
    private static final MethodId PASSWORD = new MethodId("password");
    private static final MethodId CODE = new MethodId("code");
    private static final String LOGIN =
            "\"ory.sh/kratos\": {\"credentials\": {\"password\": {\"identifier\": true}}}";

    private static final String EVERY_MARK =
            """
            "email": {"type": "string", "format": "email", "ory.sh/kratos": {
              "credentials": {"password": {"identifier": true}, "webauthn": {"identifier": true},
                "code": {"identifier": true, "via": "email"}, "passkey": {"display_name": true}},
              "verification": {"via": "email"}, "recovery": {"via": "email"}}},
            "phone": {"type": "string", "format": "tel", "ory.sh/kratos": {
              "credentials": {"code": {"identifier": true, "via": "sms"}, "password": {"identifier": false}},
              "verification": {"via": "sms"}}},
            "name": {"type": "object", "properties": {"nick": {"type": "string", "ory.sh/kratos": {
              "credentials": {"password": {"identifier": true}, "totp": {"account_name": true}}}}}}
            """;

    @Test
    void findsWhatEveryMarkIsFor() {
        IdentitySchema schema = traits(EVERY_MARK);
        Extracted ada =
                schema.extract(
                        json(
                                "{\"email\": \"ada@example.com\", \"phone\": \"+4917667111638\", \"name\": {\"nick\": \" Ada \"}}"));
        assertThat(ada.identifiers())
                .isEqualTo(
                        Map.of(
                                PASSWORD,
                                List.of("ada@example.com", " Ada "),
                                new MethodId("webauthn"),
                                List.of("ada@example.com"),
                                CODE,
                                List.of("ada@example.com", "+4917667111638")));
        assertThat(ada.reachable().get(CODE))
                .containsExactly(
                        new Address("ada@example.com", "email"),
                        new Address("+4917667111638", "sms"));
        assertThat(ada.verifiable())
                .containsExactly(
                        new Address("ada@example.com", "email"),
                        new Address("+4917667111638", "sms"));
        assertThat(ada.recovery()).containsExactly(new Address("ada@example.com", "email"));
        assertThat(ada.accountName()).isEqualTo(" Ada ");
        assertThat(ada.displayName()).isEqualTo("ada@example.com");
        assertThat(ada.toString()).doesNotContain("ada@").doesNotContain("Ada");
        assertThat(ada.recovery().toString()).doesNotContain("ada@");
    }

    @Test
    void findsNothingInAbsentEmptyOrOtherValues() {
        IdentitySchema schema = traits("\"e\": {" + LOGIN + "}");
        for (String value :
                List.of(
                        "{}",
                        "{\"e\": null}",
                        "{\"e\": \"\"}",
                        "{\"e\": \" \"}",
                        "{\"e\": 1}",
                        "{\"e\": [\"x\"]}")) {
            assertThat(schema.extract(json(value)).identifiers()).as(value).isEmpty();
        }
    }

    @Test
    void readsEveryItemOfAListOnce() {
        IdentitySchema schema = traits("\"l\": {\"type\": \"array\", \"items\": {" + LOGIN + "}}");
        assertThat(schema.extract(json("{\"l\": [\"a\", \"b\", \"a\"]}")).identifiers())
                .containsEntry(PASSWORD, List.of("a", "b"));
    }

    @Test
    void followsReferencesAndAllOf() {
        IdentitySchema schema =
                schema(
                        """
                        {"definitions": {"login": {"type": "string", %s}}, "properties": {"traits": {"properties": {
                          "a": {"$ref": "#/definitions/login"}, "b": {"allOf": [{"$ref": "#/definitions/login"}]}}}}}
                        """
                                .formatted(LOGIN));
        assertThat(schema.extract(json("{\"a\": \"1\", \"b\": \"2\"}")).identifiers())
                .containsEntry(PASSWORD, List.of("1", "2"));
    }

    /** Else a telephone number would also be taken for an address of mails. */
    @Test
    void takesOfAlternativesThoseThatTheValueFits() {
        for (String combination : List.of("oneOf", "anyOf")) {
            IdentitySchema schema =
                    traits(
                            """
                            "a": {"%s": [
                              {"type": "string", "format": "email", "ory.sh/kratos": {"recovery": {"via": "email"}}},
                              {"type": "string", "format": "tel", "ory.sh/kratos": {"recovery": {"via": "sms"}}}]}
                            """
                                    .formatted(combination));
            assertThat(schema.extract(json("{\"a\": \"+4917667111638\"}")).recovery())
                    .containsExactly(new Address("+4917667111638", "sms"));
            assertThat(schema.extract(json("{\"a\": \"ada@example.com\"}")).recovery())
                    .containsExactly(new Address("ada@example.com", "email"));
        }
    }

    @Test
    void takesNothingFromAQuestion() {
        IdentitySchema schema =
                traits(
                        "\"a\": {\"not\": {\"type\": \"number\", "
                                + LOGIN
                                + "}}, \"b\": {\"if\": {"
                                + LOGIN
                                + "}}");
        assertThat(schema.extract(json("{\"a\": \"1\", \"b\": \"2\"}")).identifiers()).isEmpty();
    }

    /** The schema has become stricter since they registered. */
    @Test
    void readsTraitsThatNoLongerPass() {
        IdentitySchema schema =
                schema(
                        "{\"properties\": {\"traits\": {\"required\": [\"new\"], \"properties\": {\"e\": {\"type\": \"string\", \"minLength\": 9, "
                                + LOGIN
                                + "}}}}}");
        assertThat(schema.validate(json("{\"e\": \"ada\"}"))).hasSize(2);
        assertThat(schema.extract(json("{\"e\": \"ada\"}")).identifiers())
                .containsEntry(PASSWORD, List.of("ada"));
    }

    @Test
    void checksAddressesWhoseFormatTheSchemaLeavesOut() {
        IdentitySchema schema =
                traits(
                        """
                        "e": {"type": "string", "ory.sh/kratos": {"recovery": {"via": "email"}}},
                        "t": {"type": "string", "ory.sh/kratos": {"credentials": {"code": {"identifier": true, "via": "sms"}}}},
                        "n": {"type": "string", "format": "no-validate", "ory.sh/kratos": {"verification": {"via": "email"}}},
                        "b": {"type": "string", "ory.sh/kratos": {"verification": {"via": "email"}, "recovery": {"via": "sms"}}}
                        """);
        assertThat(told(schema, "{\"e\": \"x\", \"t\": \"x\", \"n\": \"x\", \"b\": \"x\"}"))
                .containsExactlyInAnyOrder(
                        "traits.e 4000040 {\"value\":\"x\"}", "traits.t 4000041 {\"value\":\"x\"}");
        assertThat(schema.json().toString()).doesNotContain("\"format\":\"email\"");
    }
}
