package dev.bonafide.method.totp;

import static dev.bonafide.method.totp.Fixtures.ADA;
import static dev.bonafide.method.totp.Fixtures.APP;
import static dev.bonafide.method.totp.Fixtures.NOON;
import static dev.bonafide.method.totp.Fixtures.ada;
import static dev.bonafide.method.totp.Fixtures.app;
import static dev.bonafide.method.totp.Fixtures.code;
import static dev.bonafide.method.totp.Fixtures.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Messages;
import dev.bonafide.method.NodeJson;
import dev.bonafide.method.SettingsPart;
import dev.bonafide.method.SettingsPart.Change;
import dev.bonafide.method.SettingsPart.Context;
import dev.bonafide.method.SettingsPart.Invalid;
import dev.bonafide.method.SettingsPart.Reading;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class TotpEnrolmentTest {
    private static final ObjectNode UNLINK = fields("{\"totp_unlink\":true}");
    private static final Invalid MISSING =
            Invalid.of(FieldProblem.at("totp_code", Messages.missing("totp_code")));

    /** Contract clause 3.3, texts and secrets aside. */
    private static final String LINK =
            """
            [{"type":"img","group":"totp","attributes":{"src":"",
              "id":"totp_qr","width":256,"height":256,
              "node_type":"img"},"messages":[],
              "meta":{"label":{"id":1050005,"text":"",
              "type":"info"}}},
             {"type":"text","group":"totp","attributes":{
              "text":{"id":1050006,"text":"","type":"info",
              "context":{"secret":""}},"id":"totp_secret_key",
              "node_type":"text"},"messages":[],
              "meta":{"label":{"id":1050017,"text":"",
              "type":"info"}}},
             {"type":"input","group":"totp","attributes":{
              "name":"totp_code","type":"text","required":true,
              "disabled":false,"node_type":"input"},"messages":[],
              "meta":{"label":{"id":1070006,"text":"",
              "type":"info"}}},
             {"type":"input","group":"totp","attributes":{
              "name":"method","type":"submit","value":"totp",
              "disabled":false,"node_type":"input"},"messages":[],
              "meta":{"label":{"id":1070003,"text":"",
              "type":"info"}}}]
            """;

    private final TotpMethod method = Fixtures.method(7);
    private final SettingsPart settings = method.settings().orElseThrow();
    private final String memory = settings.begin(ada(null)).orElseThrow();
    private final Totp pending = OtpAuthUrl.parse(memory).totp();

    /** Contract clause 3.3: a new flow is a new secret, of 160 bits. */
    @Test
    void everyFlowHasASecretOfItsOwn() {
        OtpAuthUrl first = OtpAuthUrl.parse(memory);
        OtpAuthUrl second = OtpAuthUrl.parse(settings.begin(ada(null)).orElseThrow());
        assertThat(Base32.decode(first.secret())).hasSize(20);
        assertThat(first.secret()).isNotEqualTo(second.secret());
        assertThat(first.issuer()).isEqualTo("Acme");
        assertThat(first.account()).isEqualTo("ada@example.org");
        assertThat(first.parameters()).isEqualTo(Totp.Parameters.USUAL);
        assertThat(settings.begin(ada(app(1)))).isEmpty();
    }

    @Test
    void namesTheAccountWhateverItsOwnerTyped() {
        assertThat(account(null)).isEqualTo(ADA.toString());
        assertThat(account(" \u0000\n ")).isEqualTo(ADA.toString());
        assertThat(account("a\nb")).isEqualTo("ab");
        assertThat(account("x:y")).isEqualTo("x:y");
        assertThat(account("😀".repeat(500))).isEqualTo("😀".repeat(64));
    }

    @Test
    void showsTheNodesOfKratosToLink() throws IOException {
        JsonNode nodes = NodeJson.of(settings.nodes(context(null, memory)));
        assertThat(nodes.at("/0/attributes/src").asString()).startsWith("data:image/png;base64,");
        assertThat(nodes.at("/1/attributes/text/context/secret").asString())
                .isEqualTo(OtpAuthUrl.parse(memory).secret());
        assertThat(NodeJson.shape(nodes)).isEqualTo(NodeJson.shape(NodeJson.parse(LINK)));
        NodeJson.recorded("settings/totp/initial-form.json", "totp")
                .ifPresent(kratos ->
                        assertThat(NodeJson.shape(nodes)).isEqualTo(NodeJson.shape(kratos)));
    }

    @Test
    void showsTheNodesOfKratosToUnlink() throws IOException {
        JsonNode nodes = NodeJson.of(settings.nodes(context(app(1), null)));
        assertThat(nodes)
                .isEqualTo(
                        NodeJson.parse(
                                """
                                [{"type":"input","group":"totp","attributes":{
                                  "name":"totp_unlink","type":"submit","value":"true",
                                  "required":true,"disabled":false,"node_type":"input"},
                                  "messages":[],"meta":{"label":{"id":1050004,"type":"info",
                                  "text":"Unlink authenticator app"}}}]
                                """));
        NodeJson.recorded("settings/totp/with-totp-authenticator.json", "totp")
                .ifPresent(kratos ->
                        assertThat(NodeJson.shape(nodes)).isEqualTo(NodeJson.shape(kratos)));
    }

    @Test
    void showsNoSecretToAnotherSession() {
        assertThat(settings.nodes(context(null, null))).isEmpty();
        assertThat(read(code("123456"), null, null))
                .isEqualTo(Invalid.of(FieldProblem.global(TotpTexts.nothingPending())));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void linksWithARightCodeAndKeepsItsStep(long steps) {
        long step = pending.step(NOON) + steps;
        Reading reading = read(code(pending.code(step)), null, memory);
        EnrolTotp intent = (EnrolTotp) ((Change) reading).intent().get();
        assertThat(((Change) reading).firstFactorToo()).isFalse();
        assertThat(intent.url().text()).isEqualTo(memory);
        assertThat(intent.url().owner()).isEqualTo(ADA);
        assertThat(intent.step()).isEqualTo(step);
        assertThat(intent.toString()).doesNotContain(OtpAuthUrl.parse(memory).secret());
    }

    @Test
    void saysAtTheFieldWhatIsWrongWithACode() {
        String far = pending.code(pending.step(NOON) + 2);
        assertThat(read(code(far), null, memory))
                .isEqualTo(Invalid.of(FieldProblem.at("totp_code", TotpTexts.wrong())));
        assertThat(read(code(" "), null, memory)).isEqualTo(MISSING);
        assertThat(read(code("12345"), null, memory))
                .isEqualTo(Invalid.of(FieldProblem.at("totp_code", TotpTexts.wrong())));
    }

    /** The secret is the server's: one that a client sends is not read. */
    @Test
    void ignoresASecretThatTheClientSends() {
        ObjectNode fields = code(Fixtures.URL.totp().code(pending.step(NOON)));
        fields.put("totp_secret_key", Fixtures.URL.secret()).put("totp_url", Fixtures.URL.text());
        assertThat(read(fields, null, memory)).isInstanceOf(Invalid.class);
    }

    @Test
    void unlinksAndKeepsAsClause33Says() {
        assertThat(intent(UNLINK, app(1))).isEqualTo(new UnlinkTotp(ADA, NOON));
        assertThat(intent(fields("{\"totp_unlink\":\"true\"}"), app(1)))
                .isEqualTo(new UnlinkTotp(ADA, NOON));
        assertThat(intent(code("123456"), app(1))).isEqualTo(new KeepTotp());
        assertThat(read(UNLINK, null, memory)).isEqualTo(MISSING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"method\":\"totp\"} | true",
                "{\"totp_unlink\":true} | true",
                "{\"totp_unlink\":\"true\"} | true",
                "{\"totp_unlink\":false} | false",
                "{\"totp_unlink\":\"yes\"} | false",
                "{\"totp_code\":\"123456\"} | false",
                "{\"method\":\"other\",\"totp_code\":\"123456\"} | false",
                "{} | false"
            })
    void knowsWhatIsMeantForIt(String fields, boolean own) {
        assertThat(settings.recognises(method.id(), fields(fields))).isEqualTo(own);
    }

    @Test
    void anAdministratorTakesTheAppAway() {
        assertThat(method.removal(ada(app(1)).state(), NOON))
                .isEqualTo(List.of(new TotpEvent.Removed(ADA, APP, NOON)));
        assertThat(method.removal(ada(null).state(), NOON)).isEmpty();
    }

    private String account(@Nullable String name) {
        return OtpAuthUrl.parse(settings.begin(ada(null, name)).orElseThrow()).account();
    }

    private Object intent(ObjectNode fields, CredentialState held) {
        return ((Change) read(fields, held, null)).intent().get();
    }

    private Reading read(
            ObjectNode fields, @Nullable CredentialState held, @Nullable String remembered) {
        return settings.read(fields, context(held, remembered), NOON);
    }

    private static Context context(@Nullable CredentialState held, @Nullable String remembered) {
        return new Context(ada(held), remembered);
    }
}
