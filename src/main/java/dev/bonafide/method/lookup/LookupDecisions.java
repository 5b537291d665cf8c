package dev.bonafide.method.lookup;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.method.CredentialIntent.Changed;
import dev.bonafide.method.CredentialIntent.Outcome;
import dev.bonafide.method.Evidence.Accepted;
import dev.bonafide.method.Evidence.Given;
import dev.bonafide.method.Evidence.Moot;
import dev.bonafide.method.Evidence.Rejected;
import dev.bonafide.method.Evidence.Verdict;
import dev.bonafide.method.FieldProblem;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The rules of look-up secrets, pure. */
final class LookupDecisions {
    private static final Outcome NO_CHANGE = new Changed(List.of(), null, false);

    private LookupDecisions() {}

    /**
     * A code is right if it is one of the set that is held now and was not used. That it was used
     * is said, and counted like a wrong one.
     */
    static Verdict judge(LookupGuess guess, @Nullable CredentialState held) {
        LookupState codes = LookupState.of(held);
        if (codes == null) {
            return new Moot(FieldProblem.global(LookupTexts.notSetUp()));
        }
        FieldProblem wrong = FieldProblem.global(LookupTexts.wrong());
        if (!codes.set().salt().equals(guess.salt())) {
            return new Moot(wrong);
        }
        OptionalInt found = codes.find(guess.hash());
        return found.isEmpty() ? new Rejected(wrong) : spend(guess, codes, found.getAsInt());
    }

    private static Verdict spend(LookupGuess guess, LookupState codes, int index) {
        if (codes.spent(index)) {
            return new Rejected(FieldProblem.global(LookupTexts.used()));
        }
        LookupEvent used =
                new LookupEvent.Used(guess.identity(), codes.lineage(), index, guess.now());
        return new Accepted(List.of(used), given(codes.lineage()));
    }

    /**
     * The first set begins a lineage, a further one goes on with it. One that is held already was
     * confirmed twice: a second time it would bring back the codes that were used meanwhile.
     */
    static Outcome regenerate(RegenerateLookupSecrets wanted, @Nullable CredentialState held) {
        LookupState codes = LookupState.of(held);
        if (codes == null) {
            LookupEvent enrolled =
                    new LookupEvent.Enrolled(
                            wanted.identity(), wanted.lineage(), wanted.set(), wanted.now());
            return new Changed(List.of(enrolled), given(wanted.lineage()), false);
        }
        if (codes.set().salt().equals(wanted.set().salt())) {
            return NO_CHANGE;
        }
        LookupEvent regenerated =
                new LookupEvent.Regenerated(
                        wanted.identity(), codes.lineage(), wanted.set(), wanted.now());
        return new Changed(List.of(regenerated), given(codes.lineage()), false);
    }

    /** Nothing to do where there is none. */
    static Outcome disable(DisableLookupSecrets wanted, @Nullable CredentialState held) {
        LookupState codes = LookupState.of(held);
        return codes == null
                ? NO_CHANGE
                : new Changed(
                        List.of(
                                new LookupEvent.Removed(
                                        wanted.identity(), codes.lineage(), wanted.now())),
                        null,
                        false);
    }

    private static Given given(Lineage lineage) {
        return Given.of(Aal.AAL2, LookupState.channel(lineage), lineage);
    }
}
