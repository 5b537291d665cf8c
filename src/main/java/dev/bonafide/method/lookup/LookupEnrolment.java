package dev.bonafide.method.lookup;

import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import dev.bonafide.method.SettingsPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Making, confirming, showing and giving up a set (contract clause 3.4). New codes are only in the
 * flow's memory until they are confirmed; the old ones hold until then.
 */
final class LookupEnrolment implements SettingsPart {
    private final LookupNodes nodes;
    private final boolean reveal;
    private final CodeHasher hasher;
    private final Entropy entropy;

    LookupEnrolment(LookupNodes nodes, boolean reveal, CodeHasher hasher, Entropy entropy) {
        this.nodes = nodes;
        this.reveal = reveal;
        this.hasher = hasher;
        this.entropy = entropy;
    }

    @Override
    public int rank() {
        return 40;
    }

    @Override
    public Optional<String> begin(Person person) {
        return Optional.empty();
    }

    @Override
    public List<Node> nodes(Context context) {
        return nodes.of(LookupMethod.held(context.person()), Memory.of(context.memory()));
    }

    @Override
    public boolean answers(Context context) {
        return nodes.answer(LookupMethod.held(context.person()), Memory.of(context.memory()));
    }

    /** By its name, or by one of its buttons, which are sent alone. */
    @Override
    public boolean recognises(MethodId id, ObjectNode fields) {
        return fields.path("method").asString("").equals(id.value())
                || Action.of(fields) != Action.NONE;
    }

    @Override
    public Reading read(ObjectNode fields, Context context, Instant now) {
        Person person = context.person();
        return switch (Action.of(fields)) {
            case CONFIRM -> confirm(context, now);
            case REVEAL -> reveal(person);
            case DISABLE -> new Change(() -> new DisableLookupSecrets(person.id(), now), false);
            case REGENERATE -> new Show(new Memory.Pending(PendingCodes.make(entropy)).text());
            case NONE -> invalid(LookupTexts.noAction());
        };
    }

    private Reading confirm(Context context, Instant now) {
        return Memory.of(context.memory()) instanceof Memory.Pending pending
                ? new Change(() -> hashed(context.person().id(), pending.codes(), now), false)
                : invalid(LookupTexts.nothingPending());
    }

    private Reading reveal(Person person) {
        LookupState held = LookupMethod.held(person);
        return held != null && nodes.canReveal(held)
                ? new Show(new Memory.Revealed().text())
                : invalid(LookupTexts.nothingToShow());
    }

    private CredentialIntent hashed(IdentityId owner, PendingCodes codes, Instant now) {
        Argon2Cost cost = Argon2Cost.USUAL;
        Sealed copy = reveal ? new Sealed.Fresh(owner, codes.joined()) : null;
        CodeSet set = new CodeSet(codes.salt(), cost, hasher.hashAll(codes, cost), copy);
        return new RegenerateLookupSecrets(owner, new Lineage(entropy.uuid()), set, now);
    }

    private static Reading invalid(Message message) {
        return Invalid.of(FieldProblem.global(message));
    }
}
