package dev.bonafide.method.passkey;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import dev.bonafide.method.fido.Ceremonies;
import dev.bonafide.method.fido.KeyGuess;
import dev.bonafide.method.fido.KeyNodes;
import dev.bonafide.method.fido.KeyOptions.Allowed;
import dev.bonafide.method.fido.KeyPorts;
import dev.bonafide.method.fido.KeyTexts;
import dev.bonafide.method.fido.OpenKey;
import dev.bonafide.method.fido.Pending;
import dev.bonafide.method.fido.Verifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * A passkey as first factor, without typing a name, or to prove oneself anew (contract clauses 2.4
 * and 2.8); for browsers and API clients.
 */
final class PasskeyLogin implements LoginPart {
    private final PasskeySettings settings;
    private final GuardPolicy guard;
    private final KeyPorts ports;
    private final Ceremonies ceremonies;
    private final Supplier<Message> identifierLabel;

    PasskeyLogin(
            PasskeySettings settings,
            GuardPolicy guard,
            KeyPorts ports,
            Ceremonies ceremonies,
            Supplier<Message> identifierLabel) {
        this.settings = settings;
        this.guard = guard;
        this.ports = ports;
        this.ceremonies = ceremonies;
        this.identifierLabel = identifierLabel;
    }

    @Override
    public int rank() {
        return 40;
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
    public boolean recognises(MethodId id, ObjectNode fields) {
        return fields.path("method").asString("").equals(id.value())
                || !Fields.text(fields, Fields.LOGIN).isEmpty();
    }

    @Override
    public Optional<String> remember(Context context, Instant now) {
        return Optional.of(Pending.login(ports.entropy(), now, "").text());
    }

    @Override
    public boolean lasts(String memory, Instant now) {
        return Pending.parse(memory).alive(now);
    }

    @Override
    public List<Node> nodes(Context context) {
        String memory = context.memory();
        Person person = context.person();
        if (memory == null || (person != null && keys(person).isEmpty())) {
            return List.of();
        }
        Pending pending = Pending.parse(memory);
        List<Node> nodes = new ArrayList<>();
        nodes.add(person == null ? identifier() : identifier(person));
        if (context.browser()) {
            nodes.add(KeyNodes.script(ports.script(), pending));
        }
        nodes.addAll(ceremony(pending, person == null ? List.of() : keys(person)));
        return KeyNodes.fit(nodes, context.browser());
    }

    /** For browsers that offer passkeys where the name is typed: no button yet, as in Kratos. */
    @Override
    public List<Node> besideIdentifier(Context context) {
        return nodes(context).stream()
                .filter(node ->
                        !node.name().equals(Fields.IDENTIFIER)
                                && !node.name().equals(Fields.LOGIN_TRIGGER))
                .toList();
    }

    @Override
    public boolean held(Person person) {
        return !keys(person).isEmpty();
    }

    /** Browsers offer passkeys where the name is typed. */
    private Node identifier() {
        return Node.input("default", Fields.IDENTIFIER, "text")
                .with("value", "")
                .required()
                .with("autocomplete", "username webauthn")
                .labelled(identifierLabel.get());
    }

    private static Node identifier(Person person) {
        return Node.input("default", Fields.IDENTIFIER, "hidden")
                .with("value", KeyPorts.title(person));
    }

    /** Autofill is for who is not logged in: a refresh asks for certain keys. */
    private List<Node> ceremony(Pending pending, List<OpenKey> keys) {
        Node login = Node.input(PasskeyMethod.ID.value(), Fields.LOGIN, "hidden");
        Node autofill =
                login.with("onload", "window." + Fields.LOG_IN_BY_AUTOFILL + "()")
                        .with("onloadTrigger", Fields.LOG_IN_BY_AUTOFILL);
        return List.of(
                KeyNodes.button(
                        PasskeyMethod.ID,
                        Fields.LOGIN_TRIGGER,
                        Fields.LOG_IN,
                        PasskeyTexts.signIn()),
                keys.isEmpty() ? autofill : login,
                KeyNodes.hidden(
                        PasskeyMethod.ID,
                        Fields.CHALLENGE,
                        ceremonies.options().use(pending, Allowed.all(keys)).toString()));
    }

    @Override
    public Reading read(ObjectNode fields, Context context, Instant now) {
        String answer = Fields.text(fields, Fields.LOGIN);
        Pending pending = KeyPorts.alive(context.memory(), now);
        Optional<String> id = Verifier.credentialId(answer);
        if (id.isEmpty()) {
            return Invalid.of(FieldProblem.global(KeyTexts.unreadable()));
        }
        if (pending == null) {
            return Invalid.of(FieldProblem.global(KeyTexts.late()));
        }
        return guess(id.get(), answer, pending, context, now);
    }

    /** Nobody's key is answered like a wrong one, after the same work (WS-11). */
    private Guess guess(String id, String answer, Pending pending, Context context, Instant now) {
        Person person =
                ports.owner(id).filter(owner -> expected(context.person(), owner)).orElse(null);
        FieldProblem wrong = FieldProblem.global(KeyTexts.wrong());
        if (person == null || keys(person).isEmpty()) {
            ceremonies.verifier().pretend(answer, pending);
            return new Guess(null, null, () -> held -> new Evidence.Moot(wrong), wrong);
        }
        boolean named = context.person() != null;
        return new Guess(person, null, () -> weighed(person, answer, pending, named, now), wrong);
    }

    private Evidence weighed(
            Person person, String answer, Pending pending, boolean named, Instant now) {
        return new KeyGuess(
                PasskeyEvents.ALL,
                person.id(),
                ceremonies.verifier().use(answer, pending, keys(person), named).orElse(null),
                settings.refuseCopied(),
                now);
    }

    private List<OpenKey> keys(Person person) {
        return ports.keyring().of(person, PasskeyMethod.ID, any -> true);
    }

    private static boolean expected(@org.jspecify.annotations.Nullable Person asked, Person found) {
        return asked == null || asked.id().equals(found.id());
    }
}
