package dev.bonafide.method.password;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.Evidence.Given;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Node;
import dev.bonafide.method.RegistrationPart;
import dev.bonafide.method.password.Typed.Unusable;
import dev.bonafide.method.password.Typed.Usable;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Registering with a password. */
final class PasswordRegistration implements RegistrationPart {
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final Entropy entropy;

    PasswordRegistration(PasswordPolicy policy, PasswordHasher hasher, Entropy entropy) {
        this.policy = policy;
        this.hasher = hasher;
        this.entropy = entropy;
    }

    @Override
    public int rank() {
        return 50;
    }

    @Override
    public List<Node> nodes(Context context) {
        return List.of(
                PasswordNodes.field("new-password"),
                PasswordNodes.submit(PasswordMessages.signUp()));
    }

    @Override
    public boolean besideLoginName() {
        return true;
    }

    @Override
    public Reading read(ObjectNode fields, Newcomer newcomer) {
        return switch (Typed.read(Field.password(fields))) {
            case Unusable unusable -> new Invalid(List.of(unusable.problem()));
            case Usable usable ->
                    problem(usable.typed(), newcomer)
                            .<Reading>map(problem -> new Invalid(List.of(problem)))
                            .orElseGet(() -> new Valid(() -> enrol(usable.typed(), newcomer)));
        };
    }

    /** Who has no identifier could never log in with the password. */
    private Optional<FieldProblem> problem(Typed typed, Newcomer newcomer) {
        return newcomer.identifiers().isEmpty()
                ? Optional.of(FieldProblem.global(PasswordMessages.noIdentifier()))
                : policy.problem(typed, newcomer.identifiers(), newcomer.traits());
    }

    private Enrolment enrol(Typed typed, Newcomer newcomer) {
        Lineage lineage = new Lineage(entropy.uuid());
        Sealed hash = new Sealed.Fresh(newcomer.id(), hasher.hash(typed));
        return new Enrolment(
                List.of(
                        new PasswordEvent.PasswordSet(
                                newcomer.id(), lineage, hash, newcomer.now())),
                Given.of(Aal.AAL1, PasswordState.CHANNEL, lineage));
    }
}
