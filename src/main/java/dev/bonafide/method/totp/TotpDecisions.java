package dev.bonafide.method.totp;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Lineage;
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

/** The rules of authenticator apps, pure. */
final class TotpDecisions {
    private static final Outcome NO_CHANGE = new Changed(List.of(), null, false);

    private TotpDecisions() {}

    /**
     * A code is right if it belongs to the app that is linked now and to a later step than any that
     * was accepted before (RFC 6238 section 5.2; NIST SP 800-63B section 3.1.4.2). One used before
     * is counted like a wrong one, and looks like one.
     */
    static Verdict judge(TotpGuess guess, @Nullable CredentialState held) {
        TotpState app = TotpState.of(held);
        if (app == null) {
            return new Moot(FieldProblem.global(TotpTexts.notSetUp()));
        }
        FieldProblem wrong = FieldProblem.global(TotpTexts.wrong());
        if (!app.lineage().equals(guess.verified())) {
            return new Moot(wrong);
        }
        if (guess.step().isEmpty() || guess.step().getAsLong() <= app.lastStep()) {
            return new Rejected(wrong);
        }
        TotpEvent used =
                new TotpEvent.Used(
                        guess.identity(), app.lineage(), guess.step().getAsLong(), guess.now());
        return new Accepted(List.of(used), given(app.lineage()));
    }

    /** Nothing to do where an app is linked: the link that came first stands. */
    static Outcome enrol(EnrolTotp wanted, @Nullable CredentialState held) {
        if (held != null) {
            return NO_CHANGE;
        }
        TotpEvent enrolled =
                new TotpEvent.Enrolled(
                        wanted.identity(),
                        wanted.lineage(),
                        wanted.url(),
                        wanted.step(),
                        wanted.now());
        return new Changed(List.of(enrolled), given(wanted.lineage()), false);
    }

    static Outcome unlink(UnlinkTotp wanted, @Nullable CredentialState held) {
        TotpState app = TotpState.of(held);
        if (app == null) {
            return new Impossible(TotpTexts.codeMissing());
        }
        TotpEvent removed = new TotpEvent.Removed(wanted.identity(), app.lineage(), wanted.now());
        return new Changed(List.of(removed), null, false);
    }

    private static Given given(Lineage lineage) {
        return Given.of(Aal.AAL2, TotpState.channel(lineage), lineage);
    }
}
