package dev.bonafide.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private static String read(String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return Bodies.parse(Optional.of(type), bytes).toString();
    }

    private static void refused(int status, String type, byte[] body) {
        assertThatThrownBy(() -> Bodies.parse(Optional.of(type), body))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(status));
    }

    private static void refused(int status, String type, String body) {
        refused(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesAnAbsentBodyForAnEmptyObject() {
        assertThat(Bodies.parse(Optional.empty(), new byte[0])).isEmpty();
        assertThat(Bodies.parse(Optional.of("text/plain"), new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[1,-2,3.5,true,null,{\"b\":\"\"}]}",
                "{\"a\":9223372036854775807,\"b\":-9223372036854775808}",
                "{\"a\":\"😀\\n\"}",
                "{\"a.b\":1}"
            })
    void readsStrictJson(String json) {
        assertThat(read("application/json", json)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "null",
                "1",
                "\"a\"",
                "[]",
                "[{}]",
                "{",
                "{}}",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":1e400}",
                "{\"a\":-1e999999999}",
                "{\"a\":9223372036854775808}",
                "{\"a\":1/*c*/}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\\u0000\":1}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{\"\\ud800\":1}",
                "{\"a\":[\"x\\ud800y\"]}",
                "\uFEFF{}"
            })
    void refusesJsonThatIsNotStrict(String json) {
        refused(400, "application/json", json);
    }

    @Test
    void refusesJsonThatIsTooDeepTooFineOrTooLongANumber() {
        assertThat(read("application/json", nested(64))).isEqualTo(nested(64));
        refused(400, "application/json", nested(65));
        refused(400, "application/json", nested(100_000));
        refused(400, "application/json", "{\"a\":[" + "[],".repeat(100_000) + "1]}");
        refused(400, "application/json", "{\"a\":0." + "1".repeat(100) + "}");
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"\u00ff\"}", "{\"a\":\"\u00c0\u0080\"}", "\u00ed\u00a0\u0080"})
    void refusesWhatIsNotUtf8(String latin1) {
        refused(400, "application/json", latin1.getBytes(StandardCharsets.ISO_8859_1));
        refused(400, FORM, latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void doesNotGuessAtOtherEncodingsOfUnicode() {
        refused(400, "application/json", "{\"a\":1}".getBytes(StandardCharsets.UTF_16BE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/problem+json",
                "application/json; charset=iso-8859-1",
                "application/json; charset=nonsense",
                "json",
                "*/*",
                "application/*"
            })
    void refusesOtherTypes(String type) {
        refused(415, type, "{}");
    }

    @Test
    void refusesABodyWithoutAType() {
        assertThatThrownBy(() -> Bodies.parse(Optional.empty(), new byte[] {'{', '}'}))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(415));
    }

    @Test
    void readsTheTypeInAnyCaseAndWithItsCharset() {
        assertThat(read("Application/JSON; Charset=\"UTF-8\"", "{\"a\":1}")).isEqualTo("{\"a\":1}");
    }

    @Test
    void neverQuotesTheBodyInItsRefusal() {
        assertThatThrownBy(() ->
                        Bodies.parse(
                                Optional.of("application/json"),
                                "hunter2".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.object("").toString())
                                        .doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a=1,{\"a\":\"1\"}",
                "&&a=1&,{\"a\":\"1\"}",
                "a,{\"a\":\"\"}",
                "a=b=c,{\"a\":\"b=c\"}",
                "a.b=1&c=2&a.b=1&%61.b=1,`{\"a\":{\"b\":\"1\"},\"c\":\"2\"}`",
                "a=x+y%2B,{\"a\":\"x y+\"}",
                "a.b.c=1&a.b.d=2&e=3,`{\"a\":{\"b\":{\"c\":\"1\",\"d\":\"2\"}},\"e\":\"3\"}`",
                "%61%2Eb=1,{\"a\":{\"b\":\"1\"}}"
            })
    void readsFormsWithDottedNamesMadeNested(String form, String json) {
        assertThat(read(FORM, form)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1&a=2",
                "a=1&%61=2",
                "a=1&a.b=2",
                "a.b=2&a=1",
                "a.b=1&a.b.c=2",
                "=1",
                ".a=1",
                "a.=1",
                "a..b=1",
                "a=%",
                "a=%2",
                "a=%zz",
                "a=%00",
                "%00=a",
                "a=%ff",
                "a=%ed%a0%80",
                "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a=1"
            })
    void refusesFormsThatContradictThemselves(String form) {
        refused(400, FORM, form);
    }

    @Test
    void refusesFormsWithTooManyFields() {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i <= 1000; i++) {
            form.append("a").append(i).append("=&");
        }
        refused(400, FORM, form.toString());
        refused(400, FORM, "a".repeat(2000) + "=1");
    }
}
