package dev.bonafide.method.password;

import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.Messages;
import dev.bonafide.method.Node;
import dev.bonafide.method.SettingsPart;
import dev.bonafide.method.password.Typed.Unusable;
import dev.bonafide.method.password.Typed.Usable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Setting or changing one's password. */
final class PasswordChange implements SettingsPart {
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final PasswordVerifier verifier;
    private final Entropy entropy;

    PasswordChange(
            PasswordPolicy policy,
            PasswordHasher hasher,
            PasswordVerifier verifier,
            Entropy entropy) {
        this.policy = policy;
        this.hasher = hasher;
        this.verifier = verifier;
        this.entropy = entropy;
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public Optional<String> begin(Person person) {
        return Optional.empty();
    }

    @Override
    public List<Node> nodes(Context context) {
        return List.of(
                PasswordNodes.field("new-password"), PasswordNodes.submit(Messages.saveButton()));
    }

    @Override
    public boolean recognises(MethodId id, ObjectNode fields) {
        return fields.path("method").asString("").equals(id.value());
    }

    @Override
    public boolean restores(ObjectNode fields) {
        return true;
    }

    @Override
    public List<Node> restoring(Context context) {
        return nodes(context);
    }

    /** A fresh first factor is asked for besides: a stolen session must not take the account. */
    @Override
    public Reading read(ObjectNode fields, Context context, Instant now) {
        return switch (Typed.read(Field.password(fields))) {
            case Unusable unusable -> Invalid.of(unusable.problem());
            case Usable usable -> judged(usable.typed(), context.person(), now);
        };
    }

    private Reading judged(Typed typed, Person person, Instant now) {
        List<String> identifiers = person.identifiers().getOrDefault(PasswordMethod.ID, List.of());
        return policy.problem(typed, identifiers, person.traits())
                .<Reading>map(Invalid::of)
                .orElseGet(() -> new Change(() -> intent(typed, person, now), true));
    }

    private CredentialIntent intent(Typed typed, Person person, Instant now) {
        PasswordState held = PasswordVerifier.held(person);
        PasswordState same = held != null && verifier.same(held, typed) ? held : null;
        return new SetPassword(
                person.id(), hasher.hash(typed), same, new Lineage(entropy.uuid()), now);
    }
}
