package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
    private static House house;

    @BeforeAll
    static void open() {
        house =
                House.of(
                        Route.open("GET", "/things/{id}", call -> said("thing " + call.path("id"))),
                        Route.open("DELETE", "/things/{id}", call -> said("gone")),
                        Route.open("GET", "/things/first", call -> said("first")),
                        Route.open("POST", "/things", call -> said("made")),
                        Route.open(
                                "GET",
                                "/{kind}/{id}/parts",
                                call -> said(call.path("kind") + call.path("id"))),
                        Route.open("GET", "/things/{id}/parts", call -> said("parts")),
                        Route.open("GET", "/ids/{id}", call -> said(call.uuid("id").toString())));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static Reply said(String text) {
        return Reply.json(200, text);
    }

    private static Answer ask(String method, String target) {
        return Wire.once(house.open(), method, target);
    }

    @Test
    void prefersPathsWithoutVariables() {
        assertThat(ask("GET", "/things/first").body()).isEqualTo("\"first\"");
        assertThat(ask("GET", "/things/second").body()).isEqualTo("\"thing second\"");
        assertThat(ask("GET", "/things/1/parts").body()).isEqualTo("\"parts\"");
        assertThat(ask("GET", "/other/1/parts").body()).isEqualTo("\"other1\"");
    }

    @Test
    void fallsThroughToAVariableWhenTheLiteralPathLacksTheMethod() {
        assertThat(ask("DELETE", "/things/first").body()).isEqualTo("\"gone\"");
    }

    @Test
    void decodesPathVariables() {
        assertThat(ask("GET", "/things/a%2Fb%20%C3%A9+").body()).isEqualTo("\"thing a/b é+\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%ff", "%c0%80", "%ed%a0%80"})
    void refusesPathVariablesThatAreNoText(String value) {
        assertThat(ask("GET", "/things/" + value).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "/things/",
                "//things",
                "/things//parts",
                "/Things/first",
                "/thing%73",
                "/things/..",
                "/things/.",
                "/things/%2e%2E",
                "/things/..%2f/parts/x",
                "/things;a=b",
                "/things/1/parts/"
            })
    void answersUnknownPathsWith404(String path) {
        Answer answer = ask("GET", path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error("message")).isEqualTo("The requested resource could not be found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "TRACE", "OPTIONS", "CONNECT", "get", "PROPFIND", "PRI"})
    void answersOtherMethodsWith405AndWhatIsAllowed(String method) {
        Answer answer = ask(method, "/things/first");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("DELETE, GET, HEAD");
        assertThat(answer.error("status")).isEqualTo("Method Not Allowed");
    }

    @Test
    void answersConnectToAnAuthorityWith405() {
        Answer answer = ask("CONNECT", "example.org:443");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() {
        try (Wire wire = new Wire(house.open())) {
            Answer head = wire.send(Wire.head("HEAD", "/things/first") + "\r\n").headOnly();
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Length")).isEqualTo("7");
            assertThat(head.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
            Answer next = wire.send(Wire.head("GET", "/things/first") + "\r\n").answer();
            assertThat(next.body()).isEqualTo("\"first\"");
        }
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() {
        try (Wire wire = new Wire(house.open())) {
            wire.send((Wire.head("GET", "/things/first") + "\r\n").repeat(3));
            wire.send(Wire.head("GET", "/things/2") + "\r\n");
            for (int i = 0; i < 3; i++) {
                assertThat(wire.answer().body()).isEqualTo("\"first\"");
            }
            assertThat(wire.answer().body()).isEqualTo("\"thing 2\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "00000000-0000-0000-0000-00000000000g",
                "00000000000000000000000000000000",
                "%20",
                "00000000-0000-0000-0000-0000000000000"
            })
    void refusesWhatIsNoUuid(String id) {
        Answer answer = ask("GET", "/ids/" + id);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("reason")).isEqualTo("The path parameter \"id\" is not a UUID.");
    }

    @Test
    void readsUuids() {
        assertThat(ask("GET", "/ids/018F8E2A-7b1c-7def-8a90-0123456789AB").body())
                .isEqualTo("\"018f8e2a-7b1c-7def-8a90-0123456789ab\"");
    }
}
