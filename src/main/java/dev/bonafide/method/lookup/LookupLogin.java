package dev.bonafide.method.lookup;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.Messages;
import dev.bonafide.method.Node;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A code of the set as second factor (contract clauses 2.4 and 2.8). */
final class LookupLogin implements LoginPart {
    private static final String GROUP = LookupMethod.ID.value();

    /** The field, which has the method's name. */
    private static final String FIELD = GROUP;

    private final CodeHasher hasher;
    private final GuardPolicy guard;

    LookupLogin(CodeHasher hasher, GuardPolicy guard) {
        this.hasher = hasher;
        this.guard = guard;
    }

    @Override
    public int rank() {
        return 70;
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
        LookupState codes = LookupMethod.held(context.person());
        if (codes == null || !context.lifting().contains(codes.lineage())) {
            return List.of();
        }
        return List.of(
                Node.input(GROUP, FIELD, "text")
                        .with("value", "")
                        .required()
                        .labelled(LookupTexts.codeField()),
                Node.submit(GROUP, "method", GROUP, LookupTexts.useCode()));
    }

    /** Taken exactly as typed: neither trimmed nor in lower case. */
    @Override
    public Reading read(ObjectNode fields, Context context, Instant now) {
        String code = fields.path(FIELD).asString("");
        if (code.isEmpty()) {
            return Invalid.of(FieldProblem.at(FIELD, Messages.missing(FIELD)));
        }
        Person person = context.person();
        LookupState codes = LookupMethod.held(person);
        if (person == null || codes == null) {
            return Invalid.of(FieldProblem.global(LookupTexts.notSetUp()));
        }
        return new Guess(
                person,
                null,
                () -> hashed(person, codes.set(), code, now),
                FieldProblem.global(LookupTexts.wrong()));
    }

    private Evidence hashed(Person person, CodeSet set, String code, Instant now) {
        return new LookupGuess(person.id(), set.salt(), hasher.hash(code, set), now);
    }
}
