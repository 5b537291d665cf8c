package dev.bonafide.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract clauses 6.2 and 6.3. */
class PagingTest {
    private static final String LIST = "http://a/base/admin/sessions?active=true&expand=devices";

    private static FakeCall ask(String query) {
        return FakeCall.get("http://a/sessions?" + query);
    }

    private static String header(Reply reply, String name) {
        return reply.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(Reply.Header::value)
                .findFirst()
                .orElseThrow();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void asksForTwoHundredAndFiftyByDefault() {
        assertThat(Keyset.of(ask(""))).isEqualTo(new Keyset(250, Optional.empty()));
        assertThat(Offset.of(ask(""))).isEqualTo(new Offset(0, 250));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "+1", "1.0", "1e2", "x", "١", "99999999999"})
    void refusesASizeOutOfRange(String size) {
        assertThatThrownBy(() -> Keyset.of(ask("page_size=" + size))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Offset.of(ask("page_size=" + size))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Offset.of(ask("per_page=" + size))).isInstanceOf(Problem.class);
    }

    @Test
    void linksToTheNextPageWithTheKeyThatItGivesBack() {
        FakeCall call = FakeCall.get(LIST + "&page_size=2&page_token=b2xk");
        Keyset page = Keyset.of(call);
        assertThat(page).isEqualTo(new Keyset(2, Optional.of("old")));
        String links = header(page.links(Reply.empty(200), call, Optional.of("7|é")), "Link");
        assertThat(links)
                .isEqualTo(
                        "</base/admin/sessions?active=true&expand=devices&page_size=2>; rel=\"first\","
                                + "</base/admin/sessions?active=true&expand=devices&page_size=2"
                                + "&page_token="
                                + base64("7|é")
                                + ">; rel=\"next\"");
        assertThat(Keyset.of(ask("page_token=" + base64("7|é"))).after()).contains("7|é");
    }

    @Test
    void linksToTheFirstPageOnlyWhenThereIsNoMore() {
        FakeCall call = FakeCall.get("http://a/list");
        Reply reply = Keyset.of(call).links(Reply.empty(200), call, Optional.empty());
        assertThat(header(reply, "Link")).isEqualTo("</list?page_size=250>; rel=\"first\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b2xk=", "b2x*", "b2xl/", "b2x", "b", "%", "b2 xk", "gICA"})
    void refusesATokenThatWasNeverGivenOut(String token) {
        assertThatThrownBy(() -> Keyset.of(ask("page_token=" + token)))
                .isInstanceOf(Problem.class)
                .extracting(thrown -> ((Problem) thrown).status())
                .isEqualTo(400);
    }

    @Test
    void refusesATokenThatIsTooLong() {
        assertThatThrownBy(() -> Keyset.of(ask("page_token=" + base64("a".repeat(800)))))
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({
        "page=0&per_page=10,0,10",
        "page=3&per_page=10,30,10",
        "page=2,500,250",
        "page_size=7,0,7",
        "page_size=7&page=3,0,7"
    })
    void readsAnOffset(String query, int start, int size) {
        assertThat(Offset.of(ask(query))).isEqualTo(new Offset(start, size));
    }

    @Test
    void readsAnOffsetFromKratosToken() {
        String token = base64("{\"offset\":\"40\",\"v\":2}");
        assertThat(Offset.of(ask("page_size=20&page_token=" + token)))
                .isEqualTo(new Offset(40, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"offset\":\"-1\",\"v\":2}",
                "{\"offset\":\"1\",\"v\":1}",
                "{\"offset\":\"9999999999\",\"v\":2}",
                "{\"offset\":1,\"v\":2}",
                "{}",
                ""
            })
    void refusesAnOffsetThatWasNeverGivenOut(String token) {
        assertThatThrownBy(() -> Offset.of(ask("page_token=" + base64(token) + "AAAA")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Offset.of(ask("page=-1"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Offset.of(ask("page=999999999"))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0,45,first next last,40",
        "20,45,first next prev last,40",
        "40,45,first prev last,40",
        "60,45,first prev last,40",
        "0,20,first last,0",
        "0,0,first last,0"
    })
    void linksToThePagesThatExist(int start, int total, String relations, int last) {
        FakeCall call = FakeCall.get("http://a/sessions");
        Reply reply = new Offset(start, 20).links(Reply.empty(200), call, total);
        List<String> links = List.of(header(reply, "Link").split(",", -1));
        assertThat(links.stream().map(link -> link.replaceAll(".*rel=\"(.*)\"", "$1")))
                .containsExactly(relations.split(" ", -1));
        assertThat(links.getLast())
                .contains("page_token=" + base64("{\"offset\":\"" + last + "\",\"v\":2}"));
        assertThat(header(reply, "X-Total-Count")).isEqualTo(Integer.toString(total));
    }
}
