package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.bonafide.story.BlindClient.Way;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever state somebody begins in, a client that only does as it is told, or only ever begins a
 * login with {@code refresh=true}, has their change done after a few steps: no answer leads back to
 * where it was given.
 */
class SettingsNeverLoopsTest {
    /** The first factor, the second one, and one more where a token has to grow too old first. */
    private static final int MOST = 6;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        "memory",
                        "selfservice: {flows: {settings: {privileged_session_max_age: 5m}}}");
        server.http().unchecked();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> aBlindClientIsDoneInAFewSteps() {
        return SettingsAct.all().stream()
                .filter(act ->
                        List.of("set a password", "change a login name").contains(act.name()))
                .flatMap(act ->
                        Arrays.stream(SettingsState.values())
                                .filter(state -> state != SettingsState.OTHER)
                                .flatMap(state -> clients(act, state)));
    }

    private static Stream<DynamicTest> clients(SettingsAct act, SettingsState state) {
        return Stream.of(
                test(act, state, Manner.API, Way.REFRESHES),
                test(act, state, Manner.AJAX, Way.REFRESHES),
                test(act, state, Manner.AJAX, Way.FOLLOWS),
                test(act, state, Manner.HTML, Way.FOLLOWS));
    }

    private static DynamicTest test(SettingsAct act, SettingsState state, Manner manner, Way way) {
        return dynamicTest(
                act.name() + ", " + state.title() + ", " + manner + " " + way,
                () -> {
                    SettingsScene scene = new SettingsScene(server, act, state, manner);
                    server.clock().forward(Duration.ofMinutes(6));
                    scene.settle();
                    assertThat(new BlindClient(server, scene, way).does(act))
                            .isLessThanOrEqualTo(MOST);
                });
    }
}
