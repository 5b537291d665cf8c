package dev.bonafide.method.password;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import dev.bonafide.method.password.Typed.Unusable;
import dev.bonafide.method.password.Typed.Usable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Logging in with identifier and password, and proving it anew. */
final class PasswordLogin implements LoginPart {
    private final PasswordVerifier verifier;
    private final Directory directory;
    private final GuardPolicy guard;
    private final Supplier<Message> identifierLabel;

    PasswordLogin(
            PasswordVerifier verifier,
            Directory directory,
            GuardPolicy guard,
            Supplier<Message> identifierLabel) {
        this.verifier = verifier;
        this.directory = directory;
        this.guard = guard;
        this.identifierLabel = identifierLabel;
    }

    @Override
    public int rank() {
        return 50;
    }

    @Override
    public boolean serves(Aal requested) {
        return requested == Aal.AAL1;
    }

    @Override
    public GuardPolicy guard() {
        return guard;
    }

    @Override
    public List<Node> nodes(Context context) {
        Person person = context.person();
        if (!serves(context.requested())) {
            return List.of();
        }
        return context.refresh() && person != null ? refreshing(person) : plain();
    }

    private List<Node> plain() {
        Node identifier =
                Node.input("default", Field.IDENTIFIER, "text")
                        .with("value", "")
                        .required()
                        .labelled(identifierLabel.get());
        return List.of(
                identifier,
                PasswordNodes.field("current-password"),
                PasswordNodes.submit(PasswordMessages.signIn()));
    }

    /** Only for those who have a password: for others there is nothing to prove anew here. */
    private static List<Node> refreshing(Person person) {
        if (PasswordVerifier.held(person) == null) {
            return List.of();
        }
        Node identifier =
                Node.input("default", Field.IDENTIFIER, "hidden")
                        .with("value", person.identifier(PasswordMethod.ID));
        return List.of(
                identifier,
                PasswordNodes.field("current-password"),
                PasswordNodes.submit(PasswordMessages.confirm()));
    }

    @Override
    public boolean held(Person person) {
        return PasswordVerifier.held(person) != null;
    }

    @Override
    public Reading read(ObjectNode fields, Context context, Instant now) {
        Field identifier = Field.identifier(fields);
        return switch (Typed.read(Field.password(fields))) {
            case Unusable unusable ->
                    new Invalid(
                            Stream.concat(
                                            identifier.problem().stream(),
                                            Stream.of(unusable.problem()))
                                    .toList());
            case Usable usable ->
                    identifier
                            .problem()
                            .<Reading>map(Invalid::of)
                            .orElseGet(
                                    () -> guess(identifier.text(), usable.typed(), context, now));
        };
    }

    /**
     * Somebody without a password is nobody here: they are answered and counted like an identifier
     * that nobody has. So is, in a refresh, anybody but who is logged in.
     */
    private Guess guess(String identifier, Typed typed, Context context, Instant now) {
        Optional<Person> somebody =
                directory
                        .byIdentifier(PasswordMethod.ID, identifier)
                        .filter(person -> expected(context.person(), person))
                        .filter(person -> PasswordVerifier.held(person) != null);
        Supplier<Evidence> weigh = () -> verifier.weigh(somebody, typed, now);
        FieldProblem wrong = PasswordEvidence.WRONG;
        return new Guess(somebody.orElse(null), directory.hash(identifier), weigh, wrong);
    }

    private static boolean expected(@Nullable Person asked, Person found) {
        return asked == null || asked.id().equals(found.id());
    }
}
