package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Fields whose values the schema lists are chosen from, and yes or no is ticked. */
class ChoicePageTest {
    private static final String SCHEMA =
            """
            {"$id": "https://schemas.example/choices", "type": "object", "properties": {"traits": {
              "type": "object", "required": ["email", "country"], "properties": {
                "email": {"type": "string", "format": "email", "title": "E-mail",
                  "ory.sh/kratos": {"credentials": {"password": {"identifier": true}}}},
                "country": {"type": "string", "title": "Country", "enum": ["DE", "AT", "CH"]},
                "news": {"type": "boolean", "title": "Send me news"}}}}}
            """;

    private static Document page(Browser browser, String flow) {
        return Jsoup.parse(browser.page("/ui/registration?flow=" + flow).body());
    }

    private static String yaml() {
        String url = Base64.getEncoder().encodeToString(SCHEMA.getBytes(StandardCharsets.UTF_8));
        return "identity: {default_schema_id: default, schemas: [{id: default, url: 'base64://"
                + url
                + "'}]}";
    }

    @Test
    void aChoiceIsKeptThroughAMistake() {
        try (TestServer server = TestServer.start("memory", yaml())) {
            Browser browser = new Browser(server);
            String flow = browser.begin("registration", "");
            Document fresh = page(browser, flow);
            assertThat(fresh.select("select[name=traits.country] option").eachAttr("value"))
                    .containsExactly("", "DE", "AT", "CH");
            assertThat(fresh.select("label[for=default-traits-country]").text())
                    .isEqualTo("Country");
            assertThat(fresh.select("input[type=checkbox]").hasAttr("checked")).isFalse();
            Map<String, String> typed = new HashMap<>(Map.of("method", "profile"));
            typed.put("traits.country", "AT");
            typed.put("traits.news", "true");
            typed.put("traits.email", "no address");
            browser.submit("registration", flow, typed);
            Document wrong = page(browser, flow);
            assertThat(wrong.select("option[selected]").eachAttr("value")).containsExactly("AT");
            assertThat(wrong.select("input[type=checkbox]").attr("value")).isEqualTo("true");
            assertThat(wrong.select("input[type=checkbox]").hasAttr("checked")).isTrue();
        }
    }
}
