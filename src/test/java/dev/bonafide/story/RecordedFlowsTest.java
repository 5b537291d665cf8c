package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Our forms are those that Kratos showed: nodes, groups, order, attributes, labels and messages of
 * flows that were recorded from it, where they lie beside the project. What a browser alone needs,
 * texts, and what is new each time is not compared.
 */
class RecordedFlowsTest {
    private static final Map<Stage.Setting, Stage> STAGES = new EnumMap<>(Stage.Setting.class);
    private static final Map<Stage.Setting, Stage> BROWSERS = new EnumMap<>(Stage.Setting.class);

    @BeforeAll
    static void look() {
        if (!Recorded.there()) {
            System.out.println("LEFT OUT: no recorded flows beside the project");
        }
        assumeTrue(Recorded.there(), "the recorded flows are not beside the project");
    }

    @AfterAll
    static void stop() {
        STAGES.values().forEach(Stage::close);
        STAGES.clear();
        BROWSERS.values().forEach(Stage::close);
        BROWSERS.clear();
    }

    @TestFactory
    Stream<DynamicTest> showsWhatKratosShowed() {
        return situations().stream()
                .map(each ->
                        DynamicTest.dynamicTest(
                                each.name(), () -> compare(each, stage(each.setting()))));
    }

    /** The same for scripts in a browser, as which most of them were recorded. */
    @TestFactory
    Stream<DynamicTest> showsBrowsersWhatKratosShowed() {
        return situations().stream()
                .map(each ->
                        DynamicTest.dynamicTest(
                                each.name(), () -> compare(each, browsers(each.setting()))));
    }

    /** A recording that is new has to be compared, or to be left out for a reason. */
    @Test
    void everyRecordingIsComparedOrLeftOutForAReason() {
        Set<String> compared =
                situations().stream().map(Situation::name).collect(Collectors.toSet());
        List<String> neither = new ArrayList<>();
        for (Recorded recorded : Recorded.all()) {
            String reason = LeftOut.reason(recorded).orElse("");
            if (compared.remove(recorded.name())) {
                System.out.println("compared  " + recorded.name());
            } else if (reason.isEmpty()) {
                neither.add(recorded.name());
            } else {
                System.out.println("left out  " + recorded.name() + ": " + reason);
            }
        }
        assertThat(neither).as("neither compared nor left out").isEmpty();
        assertThat(compared).as("compared, but not there").isEmpty();
    }

    @Test
    void noRecordingIsComparedTwice() {
        List<String> names = situations().stream().map(Situation::name).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    private static void compare(Situation situation, Stage stage) {
        Answer answer = situation.play().apply(stage);
        JsonNode recorded = Recorded.named(situation.name()).flow();
        if (recorded.has("error")) {
            assertThat(error(answer.json())).isEqualTo(error(recorded));
            return;
        }
        assertThat(answer.form()).as(answer.body()).isTrue();
        assertThat(situation.compared().of(answer.json()))
                .containsExactlyElementsOf(situation.compared().of(recorded));
    }

    private static List<JsonNode> error(JsonNode json) {
        JsonNode error = json.path("error");
        return List.of(error.path("id"), error.path("code"), error.path("status"));
    }

    private static Stage stage(Stage.Setting setting) {
        return STAGES.computeIfAbsent(setting, key -> new Stage(key, false));
    }

    private static Stage browsers(Stage.Setting setting) {
        return BROWSERS.computeIfAbsent(setting, key -> new Stage(key, true));
    }

    private static List<Situation> situations() {
        List<Situation> all = new ArrayList<>(LoginSituations.all());
        all.addAll(NameFirstSituations.all());
        all.addAll(RegistrationSituations.all());
        all.addAll(SettingsSituations.all());
        return all;
    }
}
