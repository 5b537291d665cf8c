package dev.bonafide.method.fido;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.RegistrationPart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binds a key that has answered.
 *
 * @param field of the form that sent it
 */
public record BindKey(
        KeyEvents events,
        IdentityId identity,
        Lineage lineage,
        KeyFacts facts,
        String field,
        Instant now)
        implements CredentialIntent {
    @Override
    public MethodId method() {
        return events.method();
    }

    @Override
    public Outcome decide(@Nullable CredentialState held) {
        return KeyDecisions.bind(this, held);
    }

    /** The same for its owner's other key and for somebody else's: nobody is told whose it is. */
    @Override
    public FieldProblem taken() {
        return FieldProblem.at(field, KeyTexts.taken());
    }

    Key key() {
        return new Key(lineage, facts, now, false, false);
    }

    /** As the first credential of somebody new. */
    public RegistrationPart.Enrolment enrolment() {
        Evidence.Given given = KeyDecisions.given(key());
        return new RegistrationPart.Enrolment(
                List.of(events.enrolled(identity, lineage, facts, now)), given);
    }
}
