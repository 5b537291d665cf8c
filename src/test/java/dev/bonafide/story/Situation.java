package dev.bonafide.story;

import java.util.Set;
import java.util.function.Function;

/**
 * How our answer comes about that is held against a recorded flow.
 *
 * @param name of the recording
 * @param compared what of the form is looked at
 */
record Situation(
        String name, Stage.Setting setting, Picture compared, Function<Stage, Answer> play) {
    /** Who can offer something here. */
    static final Set<String> BUILT =
            Set.of("default", "identifier_first", "profile", "password", "totp", "lookup_secret");

    static Situation of(String name, Stage.Setting setting, Function<Stage, Answer> play) {
        return new Situation(name, setting, new Picture(BUILT, Set.of()), play);
    }

    /** Without these nodes or {@code name@attribute}s, which are of methods that are not built. */
    Situation without(String... names) {
        return new Situation(name, setting, new Picture(compared.groups(), Set.of(names)), play);
    }

    /** Looking at the nodes of these groups only: here more can be chosen than in the recording. */
    Situation only(String... groups) {
        return new Situation(name, setting, new Picture(Set.of(groups), compared.without()), play);
    }
}
