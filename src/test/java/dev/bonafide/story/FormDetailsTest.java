package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What recorded flows have taught about forms, for when they do not lie beside the project. */
class FormDetailsTest {
    private static final String SCHEMA =
            """
            {"$id":"https://example.org/s.json","type":"object","properties":{"traits":
             {"type":"object","required":["email"],"properties":{
              "email":{"type":"string","format":"email","title":"Address",
               "ory.sh/kratos":{"credentials":{"password":{"identifier":true}}}},
              "colour":{"type":"string","enum":["red","blue"]},
              "name":{"type":"object","properties":{"first":{"type":"string"}}}}}}}
            """;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        "memory",
                        """
                        identity:
                          schemas: [{id: default, url: "base64://%s"}]
                        selfservice: {flows: {registration: {style: unified}}}
                        """
                                .formatted(
                                        Base64.getEncoder()
                                                .encodeToString(
                                                        SCHEMA.getBytes(StandardCharsets.UTF_8))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void asksForThePasswordTogetherWithTheLoginName() {
        assertThat(new Ada(server).init("registration", "").nodes())
                .containsExactly(
                        "csrf_token",
                        "traits.email",
                        "password",
                        "traits.colour",
                        "traits.name.first",
                        "method");
    }

    @Test
    void offersTheValuesOfAnEnumeration() {
        JsonNode colour = node(new Ada(server).init("registration", ""), "traits.colour");
        assertThat(colour.path("attributes").path("options").toString())
                .isEqualTo("[{\"value\":\"red\"},{\"value\":\"blue\"}]");
        JsonNode email = node(new Ada(server).init("registration", ""), "traits.email");
        assertThat(email.path("attributes").has("options")).isFalse();
    }

    /** And to nobody else, and not once something else was said. */
    @Test
    void showsTraitsAgainThatCouldNotBeSaved() {
        Ada ada = Ada.registered(server);
        Ada elsewhere = ada.elsewhere();
        String flow = ada.begin("settings", "");
        String wrong = "{\"method\":\"profile\",\"traits\":{\"email\":\"no\"}}";
        Answer told = ada.submit("settings", flow, wrong);
        assertThat(told.value("traits.email")).isEqualTo("no");
        assertThat(told.at("identity.traits.email")).isEqualTo(ada.email());
        String read = "/self-service/settings/flows?id=" + flow;
        assertThat(server.http().get(read, ada.headers()).value("traits.email")).isEqualTo("no");
        assertThat(server.http().get(read, elsewhere.headers()).value("traits.email"))
                .isEqualTo(ada.email());
        Answer next = ada.submit("settings", flow, "{\"method\":\"x\"}");
        assertThat(next.value("traits.email")).isEqualTo(ada.email());
    }

    @Test
    void showsTheIdentifierAgainThatWasTypedLast() {
        Ada nobody = new Ada(server);
        String flow = nobody.begin("login", "");
        assertThat(nobody.password(flow, "wrong").value("identifier")).isEqualTo(nobody.email());
        Answer none = nobody.submit("login", flow, "{\"method\":\"password\",\"identifier\":\"\"}");
        assertThat(none.value("identifier")).isEmpty();
    }

    @Test
    void takesWhatWasLeftEmptyForMissing() {
        Ada ada = new Ada(server);
        Answer told =
                ada.submit(
                        "registration",
                        ada.begin("registration", ""),
                        """
                        {"method":"password","password":"","traits":{"email":"","colour":""}}\
                        """);
        assertThat(told.messagesAt("traits.email")).containsExactly(4000002);
        assertThat(told.messagesAt("password")).containsExactly(4000002);
        assertThat(told.messagesAt("traits.colour")).isEmpty();
    }

    @Test
    void keepsNothingOfWhatWasLeftEmpty() {
        Ada ada = Ada.registered(server);
        Answer saved =
                ada.change(
                        """
                        {"method":"profile","traits":{"email":"%s","colour":"","name":{"first":""}}}\
                        """
                                .formatted(ada.email()));
        assertThat(saved.says(1050001)).as(saved.body()).isTrue();
        JsonNode traits = saved.json().path("identity").path("traits");
        assertThat(traits.has("colour")).isFalse();
        assertThat(traits.path("name").has("first")).isFalse();
    }

    @Test
    void showsNewLookupSecretsAtTheEnd() {
        Ada ada = Ada.registered(server);
        Answer shown =
                ada.change(
                        """
                        {"method":"lookup_secret","lookup_secret_regenerate":true}\
                        """);
        List<String> nodes = shown.nodes();
        assertThat(nodes.subList(nodes.size() - 2, nodes.size()))
                .containsExactly("lookup_secret_codes", "lookup_secret_confirm");
    }

    @Test
    void emptiesOnlyTheFieldOfTheMethodThatFailed() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        ada.enrolLookup();
        Ada second = ada.elsewhere();
        Answer wrong = second.totp(second.begin("login", "?aal=aal2"), "000000");
        assertThat(node(wrong, "totp_code").path("attributes").has("value")).isFalse();
        assertThat(node(wrong, "lookup_secret").path("attributes").has("value")).isTrue();
    }

    private static JsonNode node(Answer answer, String name) {
        return answer.json()
                .path("ui")
                .path("nodes")
                .valueStream()
                .filter(node -> node.path("attributes").path("name").asString("").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.body()));
    }
}
