package dev.bonafide.story;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link SettingsRule} as a page shows it: states down, acts that are answered alike across. */
final class SettingsTable {
    static final String BEGIN = "<!-- held by SettingsMatrixTest: begin -->\n";
    static final String END = "<!-- end -->\n";

    private SettingsTable() {}

    static String text() {
        Map<Map<SettingsState, String>, List<String>> alike = new LinkedHashMap<>();
        for (SettingsAct act : SettingsAct.all()) {
            alike.computeIfAbsent(answers(act), any -> new ArrayList<>()).add(act.name());
        }
        StringBuilder text = new StringBuilder("| session |");
        alike.values()
                .forEach(acts -> text.append(' ').append(String.join(", ", acts)).append(" |"));
        text.append("\n|").append("---|".repeat(alike.size() + 1)).append('\n');
        for (SettingsState state : SettingsState.values()) {
            text.append("| ").append(state.title()).append(" | ");
            text.append(
                    alike.keySet().stream()
                            .map(answers -> answers.getOrDefault(state, ""))
                            .collect(Collectors.joining(" | ")));
            text.append(" |\n");
        }
        return text.toString();
    }

    /** In a browser. */
    private static Map<SettingsState, String> answers(SettingsAct act) {
        Map<SettingsState, String> answers = new EnumMap<>(SettingsState.class);
        for (SettingsState state : SettingsState.values()) {
            answers.put(state, SettingsRule.of(act, state, Manner.HTML).word());
        }
        return answers;
    }
}
