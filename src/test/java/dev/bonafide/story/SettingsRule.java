package dev.bonafide.story;

import dev.bonafide.story.SettingsAct.Asks;
import dev.bonafide.story.SettingsAct.Where;
import java.util.Set;

/**
 * What has to be answered, by the words of the design alone: first who, then how strong, then
 * whose, then how fresh. Knows nothing of the server.
 */
enum SettingsRule {
    DONE("yes"),
    LOGIN("log in"),
    STEP_UP("second factor"),
    FOREIGN("not yours"),
    FIRST_ANEW("first factor anew"),
    SECOND_ANEW("second factor anew"),
    NOT_OFFERED("not offered");

    /** What makes a second factor here. */
    static final Set<String> SECONDS = Set.of("totp", "lookup_secret", "webauthn");

    /** All that a recovered session may do before it has proven something else. */
    private static final Set<String> AFTER_RECOVERY = Set.of("set a password", "add a passkey");

    private final String word;

    SettingsRule(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static SettingsRule of(SettingsAct act, SettingsState state, Manner manner) {
        SettingsRule access = access(act, state);
        if (access != DONE || act.fields() == null) {
            return access;
        }
        if (state == SettingsState.REPLACED) {
            return LOGIN;
        }
        if (act.where() != Where.EVERYWHERE && manner == Manner.API) {
            return NOT_OFFERED;
        }
        return fresh(act, state);
    }

    /** Whether settings are open at all: to nobody without session, and to none that is weak. */
    private static SettingsRule access(SettingsAct act, SettingsState state) {
        boolean reachable = state.second() || act.needs().stream().anyMatch(SECONDS::contains);
        return switch (state) {
            case NO_SESSION -> LOGIN;
            case OTHER -> act.name().equals(SettingsAct.INIT) ? DONE : FOREIGN;
            case AAL1_SHORT -> STEP_UP;
            case AAL1_FRESH, AAL1_OLD, RECOVERED, RECOVERED_OLD -> reachable ? STEP_UP : DONE;
            case AAL2_FRESH, AAL2_OLD_FIRST, AAL2_OLD_SECOND, AAL2_OLD, REPLACED -> DONE;
        };
    }

    /** By factor: a fresh first factor says nothing of an old second one, nor the other way. */
    private static SettingsRule fresh(SettingsAct act, SettingsState state) {
        if (state.recovered() && !AFTER_RECOVERY.contains(act.name())) {
            return FIRST_ANEW;
        }
        if (act.asks() == Asks.NOTHING) {
            return DONE;
        }
        if (state.second() && !state.fresh("second")) {
            return SECOND_ANEW;
        }
        boolean first = state.fresh("first") || state.fresh(Proving.RECOVERY);
        boolean asked = !state.second() || act.asks() == Asks.FIRST_TOO;
        return asked && !first ? FIRST_ANEW : DONE;
    }
}
