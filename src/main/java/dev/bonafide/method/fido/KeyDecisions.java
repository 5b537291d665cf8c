package dev.bonafide.method.fido;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.method.CredentialIntent.Changed;
import dev.bonafide.method.CredentialIntent.Impossible;
import dev.bonafide.method.CredentialIntent.Outcome;
import dev.bonafide.method.Evidence.Accepted;
import dev.bonafide.method.Evidence.Given;
import dev.bonafide.method.Evidence.Moot;
import dev.bonafide.method.Evidence.Rejected;
import dev.bonafide.method.Evidence.Verdict;
import dev.bonafide.method.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of keys, pure. */
final class KeyDecisions {
    private KeyDecisions() {}

    /**
     * An answer is right if it is that of a key that is held now. A wrong one is said and not
     * counted: signatures can't be guessed (NIST SP 800-63B section 3.2.2), and whoever knows
     * somebody's name could shut them out by sending rubbish.
     */
    static Verdict judge(KeyGuess guess, @Nullable CredentialState held) {
        FieldProblem wrong = FieldProblem.global(KeyTexts.wrong());
        Verifier.Used used = guess.used();
        Key key = used == null ? null : held(held, used.key().key());
        if (used == null || key == null || !consistent(key, used.use())) {
            return new Moot(wrong);
        }
        if (guess.refuseCopied() && key.copied()) {
            return new Moot(FieldProblem.global(KeyTexts.copied()));
        }
        if (rises(key, used.use())) {
            CredentialEvent event =
                    guess.events().used(guess.identity(), key.lineage(), used.use(), guess.now());
            return new Accepted(List.of(event), given(key));
        }
        return copied(guess, key, used.use());
    }

    /** Two of this key may be about (WS-08): always an event; refused where that is wanted. */
    private static Verdict copied(KeyGuess guess, Key key, KeyUse use) {
        CredentialEvent event =
                guess.events()
                        .counterWentBack(
                                guess.identity(),
                                key.lineage(),
                                key.facts().signCount(),
                                use.signCount(),
                                guess.now());
        return guess.refuseCopied()
                ? new Rejected(FieldProblem.global(KeyTexts.copied()), List.of(event))
                : new Accepted(List.of(event), given(key));
    }

    /** The same key, not another that came under its place meanwhile. */
    private static @Nullable Key held(@Nullable CredentialState state, Key verified) {
        KeysState keys = KeysState.of(state);
        return keys == null
                ? null
                : keys.byLineage(verified.lineage())
                        .filter(key -> key.facts().name().equals(verified.facts().name()))
                        .orElse(null);
    }

    /** Whether it may be copied never changes for a key (WS-06). */
    private static boolean consistent(Key key, KeyUse use) {
        Boolean eligible = key.facts().backupEligible();
        return eligible == null || eligible == use.backupEligible();
    }

    /** A counter that is 0 on both sides is none (WebAuthn Level 3 section 7.2 step 22). */
    private static boolean rises(Key key, KeyUse use) {
        long stored = key.facts().signCount();
        return use.signCount() > stored || (use.signCount() == 0 && stored == 0);
    }

    static Outcome bind(BindKey wanted, @Nullable CredentialState held) {
        KeysState keys = KeysState.of(held);
        if (keys != null && keys.byName(wanted.facts().name()).isPresent()) {
            return new Impossible(wanted.taken());
        }
        CredentialEvent enrolled =
                wanted.events()
                        .enrolled(
                                wanted.identity(), wanted.lineage(), wanted.facts(), wanted.now());
        Given given = given(wanted.key());
        return new Changed(List.of(enrolled), given, false);
    }

    static Outcome remove(RemoveKey wanted, @Nullable CredentialState held) {
        KeysState keys = KeysState.of(held);
        Key key = keys == null ? null : keys.byName(wanted.name()).orElse(null);
        if (key == null) {
            return new Impossible(FieldProblem.global(KeyTexts.noSuchKey()));
        }
        CredentialEvent removed =
                wanted.events().removed(wanted.identity(), key.lineage(), wanted.now());
        return new Changed(List.of(removed), null, false);
    }

    static Given given(Key key) {
        return Given.of(key.facts().aal(), key.channel(), key.lineage());
    }
}
