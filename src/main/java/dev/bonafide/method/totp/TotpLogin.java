package dev.bonafide.method.totp;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A code as second factor (contract clauses 2.4 and 2.8). */
final class TotpLogin implements LoginPart {
    private final int skew;
    private final GuardPolicy guard;
    private final Function<Sealed, Optional<String>> opener;

    TotpLogin(int skew, GuardPolicy guard, Function<Sealed, Optional<String>> opener) {
        this.skew = skew;
        this.guard = guard;
        this.opener = opener;
    }

    @Override
    public int rank() {
        return 60;
    }

    @Override
    public boolean serves(Aal requested) {
        return requested == Aal.AAL2;
    }

    @Override
    public GuardPolicy guard() {
        return guard;
    }

    @Override
    public List<Node> nodes(Context context) {
        TotpState app = app(context.person());
        if (app == null || !context.lifting().contains(app.lineage())) {
            return List.of();
        }
        String group = TotpMethod.ID.value();
        return List.of(
                Node.input(group, TotpCode.FIELD, "text")
                        .with("value", "")
                        .required()
                        .labelled(TotpTexts.codeField()),
                Node.submit(group, "method", group, TotpTexts.useApp()));
    }

    @Override
    public Reading read(ObjectNode fields, Context context, Instant now) {
        String code = TotpCode.of(fields);
        FieldProblem problem = TotpCode.problem(code);
        if (problem != null) {
            return Invalid.of(problem);
        }
        Person person = context.person();
        TotpState app = app(person);
        if (person == null || app == null) {
            return Invalid.of(FieldProblem.global(TotpTexts.notSetUp()));
        }
        return new Guess(
                person,
                null,
                () -> compared(person, app, code, now),
                FieldProblem.global(TotpTexts.wrong()));
    }

    private Evidence compared(Person person, TotpState app, String code, Instant now) {
        Totp totp = OtpAuthUrl.parse(opened(app)).totp();
        return new TotpGuess(person.id(), app.lineage(), totp.match(code, now, skew), now);
    }

    private String opened(TotpState app) {
        return opener.apply(app.url())
                .orElseThrow(() -> new Refused("identity.erased", "the identity was erased"));
    }

    private static @Nullable TotpState app(@Nullable Person person) {
        return person == null ? null : TotpState.of(person.state().credential(TotpMethod.ID));
    }
}
