package dev.bonafide.story;

import static dev.bonafide.story.Proving.RECOVERY;
import static dev.bonafide.story.SettingsState.Factors.BOTH;

import java.util.List;

/**
 * In which state somebody comes to their settings: what their session proved some time ago, when
 * the flow was begun, and what it has proven of late, when something is submitted. {@code first}
 * and {@code second} stand for a factor of that level.
 */
enum SettingsState {
    NO_SESSION("no session", Turn.LEAVES, BOTH, ""),
    AAL1_FRESH("aal1, fresh", Turn.STAYS, "first", "first"),
    AAL1_OLD("aal1, old", Turn.STAYS, "first", ""),
    AAL1_SHORT("aal1 of a possible aal2", Turn.ANEW, BOTH, "first"),
    AAL2_FRESH("aal2, fresh", Turn.STAYS, BOTH, BOTH),
    AAL2_OLD_SECOND("aal2, second factor old", Turn.STAYS, BOTH, "first"),
    AAL2_OLD_FIRST("aal2, first factor old", Turn.STAYS, BOTH, "second"),
    AAL2_OLD("aal2, both old", Turn.STAYS, BOTH, ""),
    REPLACED("a replaced token", Turn.REPLACED, BOTH, "second"),
    RECOVERED("recovered, fresh", Turn.STAYS, RECOVERY, RECOVERY),
    RECOVERED_OLD("recovered, old", Turn.STAYS, RECOVERY, ""),
    OTHER("another identity", Turn.OTHER, BOTH, "first");

    private final String title;
    private final Turn turn;
    private final String before;
    private final String since;

    SettingsState(String title, Turn turn, String before, String since) {
        this.title = title;
        this.turn = turn;
        this.before = before;
        this.since = since;
    }

    /** Kinds of proofs, one after another. */
    static final class Factors {
        static final String BOTH = "first second";

        private Factors() {}

        private static List<String> list(String kinds) {
            return kinds.isEmpty() ? List.of() : List.of(kinds.split(" ", -1));
        }
    }

    /** What becomes of the session between the beginning of the flow and the submit. */
    enum Turn {
        /** It goes on. */
        STAYS,
        /** The client has it no more. */
        LEAVES,
        /** The same person logs in anew with what they have proven since. */
        ANEW,
        /** Its token is replaced, and the client sends the old one. */
        REPLACED,
        /** Somebody else logs in at the same client. */
        OTHER
    }

    String title() {
        return title;
    }

    Turn turn() {
        return turn;
    }

    List<String> before() {
        return Factors.list(before);
    }

    List<String> since() {
        return Factors.list(since);
    }

    /** Whether its owner has a second factor whatever is to be changed. */
    boolean second() {
        return before().contains("second");
    }

    boolean fresh(String factor) {
        return since().contains(factor);
    }

    boolean recovered() {
        return before().contains(RECOVERY);
    }
}
