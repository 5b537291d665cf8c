package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.Folds;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One act in one state and manner, and the scene where it is played. */
record SettingsCell(
        TestServer server,
        SettingsAct act,
        SettingsState state,
        Manner manner,
        SettingsScene scene) {

    /** Here nothing is ever changed, whatever somebody has. */
    private static final Set<SettingsState> CLOSED =
            EnumSet.of(
                    SettingsState.NO_SESSION,
                    SettingsState.AAL1_SHORT,
                    SettingsState.REPLACED,
                    SettingsState.OTHER);

    /** All that there are. What is refused changes nothing, so many of those share a scene. */
    static List<SettingsCell> all(TestServer server) {
        Map<List<Object>, SettingsScene> scenes = new HashMap<>();
        List<SettingsCell> cells = new ArrayList<>();
        for (SettingsAct act : SettingsAct.all()) {
            for (SettingsState state : SettingsState.values()) {
                for (Manner manner : Manner.values()) {
                    SettingsScene scene =
                            scenes.computeIfAbsent(
                                    key(act, state, manner),
                                    any -> new SettingsScene(server, act, state, manner));
                    cells.add(new SettingsCell(server, act, state, manner, scene));
                }
            }
        }
        return cells;
    }

    private static List<Object> key(SettingsAct act, SettingsState state, Manner manner) {
        if (CLOSED.contains(state)) {
            return List.of(state, manner);
        }
        boolean changes =
                act.fields() != null && SettingsRule.of(act, state, manner) == SettingsRule.DONE;
        String alone = changes || act.first() != null ? act.name() : "";
        return List.of(state, manner, act.needs(), SettingsScene.second(act), alone);
    }

    SettingsRule rule() {
        return SettingsRule.of(act, state, manner);
    }

    String name() {
        return state.title() + ", " + manner + ": " + rule().word();
    }

    void play() {
        long before = head();
        Answer answer = scene.play(act);
        new SettingsAnswers(act, scene, answer).are(rule());
        if (rule() == SettingsRule.DONE && !act.writes().isEmpty()) {
            assertThat(types(before)).contains(act.writes());
            return;
        }
        assertThat(head()).isEqualTo(before);
    }

    private long head() {
        return server.bean(Folds.class).strong();
    }

    private List<String> types(long after) {
        return server.http()
                .admin("GET", "/admin/audit/events?after=" + after, "")
                .json()
                .path("events")
                .valueStream()
                .map(event -> event.path("type").asString(""))
                .toList();
    }
}
