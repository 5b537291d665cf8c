package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registration in two steps and in one (contract clause 4.1), by API clients and in browsers. */
class RegistrationStyleTest {
    private static final String HOME = "http://localhost:4433/";
    private static TestServer twoSteps;
    private static TestServer oneStep;

    @BeforeAll
    static void start() {
        twoSteps = TestServer.start();
        oneStep =
                TestServer.start(
                        "memory", "selfservice: {flows: {registration: {style: unified}}}");
    }

    @AfterAll
    static void stop() {
        twoSteps.close();
        oneStep.close();
    }

    private static Ada client(TestServer server, boolean browser) {
        Ada ada = new Ada(server);
        return browser ? ada.inBrowser() : ada;
    }

    private static Answer sent(Ada ada, String json) {
        return ada.submit(
                "registration", ada.begin("registration", ""), json.formatted(ada.email()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesForthAndBackAndForth(boolean browser) {
        Ada ada = client(twoSteps, browser);
        String flow = ada.begin("registration", "");
        String profile =
                "{\"method\":\"profile\",\"traits\":{\"email\":\"%s\"}}".formatted(ada.email());
        Answer second = ada.submit("registration", flow, profile);
        assertThat(second.says(1040009)).as(second.body()).isTrue();
        assertThat(second.value("screen")).isEqualTo("previous");
        assertThat(second.nodes()).contains("password");
        for (String way : List.of("\"screen\":\"previous\"", "\"method\":\"profile:back\"")) {
            Answer first = ada.submit("registration", flow, "{" + way + "}");
            assertThat(first.nodes()).doesNotContain("password", "screen");
            assertThat(first.value("traits.email")).isEqualTo(ada.email());
            Answer again =
                    ada.submit(
                            "registration",
                            flow,
                            profile.replace(
                                    "\"method\":\"profile\"",
                                    "\"screen\":\"credential-selection\""));
            assertThat(again.nodes()).contains("password", "screen");
        }
        Answer done =
                ada.submit(
                        "registration",
                        flow,
                        "{\"method\":\"password\",\"password\":\"%s\"}".formatted(Ada.PASSWORD));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.at("identity.traits.email")).isEqualTo(ada.email());
    }

    /** What was typed before going back is not lost. */
    @Test
    void goingBackKeepsWhatIsSentAlong() {
        Ada ada = new Ada(twoSteps);
        String flow = ada.begin("registration", "");
        ada.submit(
                "registration", flow, "{\"method\":\"profile\",\"traits\":{\"email\":\"a@b.de\"}}");
        Answer first =
                ada.submit(
                        "registration",
                        flow,
                        "{\"screen\":\"previous\",\"traits\":{\"email\":\"c@d.de\"}}");
        assertThat(first.value("traits.email")).isEqualTo("c@d.de");
        assertThat(first.messagesAt("traits.email")).isEmpty();
    }

    /** As a running Kratos answers; but the field hides what is typed into it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothStepsAtOnceAreToldWhatIsWrongInTheFirst(boolean browser) {
        Answer tooShort =
                sent(
                        client(twoSteps, browser),
                        "{\"method\":\"password\",\"password\":\"short\",\"traits\":{\"email\":\"%s\"}}");
        assertThat(tooShort.nodes())
                .containsExactly(
                        "csrf_token",
                        "traits.email",
                        "password",
                        "traits.name.first",
                        "traits.name.last",
                        "method");
        assertThat(tooShort.messagesAt("password")).containsExactly(4000032);
        assertThat(tooShort.at("ui.nodes.2.type")).isEqualTo("input");
        assertThat(tooShort.at("ui.nodes.2.group")).isEqualTo("default");
        assertThat(tooShort.at("ui.nodes.2.attributes.type")).isEqualTo("password");
        assertThat(tooShort.json().has("active")).isFalse();
        Answer none =
                sent(
                        client(twoSteps, browser),
                        "{\"method\":\"password\",\"traits\":{\"email\":\"%s\"}}");
        assertThat(none.messagesAt("password")).containsExactly(4000002);
    }

    /** No word of the password's rules or of login names while the traits are wrong. */
    @Test
    void wrongTraitsAreToldAlone() {
        for (TestServer server : List.of(twoSteps, oneStep)) {
            Answer told =
                    sent(
                            new Ada(server),
                            "{\"method\":\"password\",\"password\":\"short\",\"traits\":{}}");
            assertThat(told.messagesAt("traits.email")).containsExactly(4000002);
            assertThat(told.says(4000032)).isFalse();
            assertThat(told.json().path("ui").has("messages")).isFalse();
        }
    }

    @Test
    void anUnknownMethodIsToldOnceTheTraitsAreRight() {
        for (TestServer server : List.of(twoSteps, oneStep)) {
            Answer wrong = sent(new Ada(server), "{\"method\":\"x\"}");
            assertThat(wrong.messagesAt("traits.email")).containsExactly(4000002);
            assertThat(wrong.says(4010003)).isFalse();
            Answer right =
                    sent(new Ada(server), "{\"method\":\"x\",\"traits\":{\"email\":\"%s\"}}");
            assertThat(right.says(4010003)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneStepHasNoOther(boolean browser) {
        Ada ada = client(oneStep, browser);
        Answer form = ada.init("registration", "");
        assertThat(form.nodes())
                .containsExactly(
                        "csrf_token",
                        "traits.email",
                        "password",
                        "traits.name.first",
                        "traits.name.last",
                        "method");
        Answer told =
                ada.submit(
                        "registration",
                        form.at("id"),
                        "{\"method\":\"profile\",\"traits\":{\"email\":\"%s\"}}"
                                .formatted(ada.email()));
        assertThat(told.says(4010003)).isTrue();
        assertThat(told.nodes()).isEqualTo(form.nodes());
        assertThat(ada.register().status()).isEqualTo(200);
    }

    @Test
    void pagesGoThroughBothSteps() {
        Browser browser = new Browser(twoSteps);
        String email = new Ada(twoSteps).email();
        String flow = browser.begin("registration", "?return_to=" + HOME + "app");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("traits.email", email);
        fields.put("method", "profile");
        Answer step = browser.submit("registration", flow, fields);
        assertThat(step.status()).isEqualTo(303);
        assertThat(browser.flow("registration", flow).says(1040009)).isTrue();
        fields.put("method", "password");
        fields.put("password", "short");
        browser.submit("registration", flow, fields);
        assertThat(browser.flow("registration", flow).messagesAt("password"))
                .containsExactly(4000032);
        fields.put("screen", "previous");
        browser.submit("registration", flow, fields);
        assertThat(browser.flow("registration", flow).nodes()).doesNotContain("password");
        fields.remove("screen");
        fields.put("password", Ada.PASSWORD);
        assertThat(browser.submit("registration", flow, fields).place()).isEqualTo(HOME + "app");
        assertThat(browser.whoami().status()).isEqualTo(200);
    }

    @Test
    void pagesGoThroughOneStep() {
        Browser browser = new Browser(oneStep);
        String flow = browser.begin("registration", "");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("traits.email", new Ada(oneStep).email());
        fields.put("method", "password");
        fields.put("password", Ada.PASSWORD);
        assertThat(browser.submit("registration", flow, fields).place()).isEqualTo(HOME);
        assertThat(browser.whoami().status()).isEqualTo(200);
    }
}
