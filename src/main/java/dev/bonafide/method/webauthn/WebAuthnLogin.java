package dev.bonafide.method.webauthn;

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
import dev.bonafide.method.fido.Key;
import dev.bonafide.method.fido.KeyGuess;
import dev.bonafide.method.fido.KeyPorts;
import dev.bonafide.method.fido.KeyTexts;
import dev.bonafide.method.fido.OpenKey;
import dev.bonafide.method.fido.Pending;
import dev.bonafide.method.fido.Verifier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * A key as second factor, as first one after a name was typed, or to prove oneself anew (contract
 * clauses 2.4 and 2.8). For browsers only, as in Kratos.
 */
final class WebAuthnLogin implements LoginPart {
    private final WebAuthnSettings settings;
    private final GuardPolicy guard;
    private final KeyPorts ports;
    private final WebAuthnLoginForm form;
    private final Verifier verifier;

    WebAuthnLogin(
            WebAuthnSettings settings,
            GuardPolicy guard,
            KeyPorts ports,
            Ceremonies ceremonies,
            Supplier<Message> identifierLabel) {
        this.settings = settings;
        this.guard = guard;
        this.ports = ports;
        this.form = new WebAuthnLoginForm(ports, ceremonies.options(), identifierLabel);
        this.verifier = ceremonies.verifier();
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public boolean serves(Aal requested) {
        return requested != Aal.AAL0;
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

    /** A name that was typed stays, so that a wrong key is followed by another try. */
    @Override
    public Optional<String> remember(Context context, Instant now) {
        String before = context.memory();
        if (!context.browser() || (nameless(context) && before == null)) {
            return Optional.empty();
        }
        String typed = before == null ? "" : Pending.parse(before).typed();
        return Optional.of(Pending.login(ports.entropy(), now, typed).text());
    }

    @Override
    public boolean lasts(String memory, Instant now) {
        return Pending.parse(memory).alive(now);
    }

    @Override
    public List<Node> nodes(Context context) {
        String memory = context.memory();
        if (!context.browser()) {
            return List.of();
        }
        if (nameless(context)) {
            return settings.passwordless() ? form.named(memory) : List.of();
        }
        List<OpenKey> keys = keys(context);
        return keys.isEmpty() || memory == null
                ? List.of()
                : form.known(person(context), keys, Pending.parse(memory));
    }

    @Override
    public boolean held(Person person) {
        return !ports.keyring().of(person, WebAuthnMethod.ID, Key::first).isEmpty();
    }

    @Override
    public Reading read(ObjectNode fields, Context context, Instant now) {
        String answer = Fields.text(fields, Fields.LOGIN);
        if (nameless(context) && answer.isEmpty()) {
            return step(Fields.text(fields, Fields.IDENTIFIER), context, now);
        }
        Pending pending = KeyPorts.alive(context.memory(), now);
        if (Verifier.credentialId(answer).isEmpty()) {
            return Invalid.of(FieldProblem.global(KeyTexts.unreadable()));
        }
        if (pending == null) {
            return Invalid.of(FieldProblem.global(KeyTexts.late()));
        }
        return nameless(context)
                ? named(answer, pending, now)
                : known(answer, pending, context, now);
    }

    /** Anybody is asked for their key, whether they have one or not. */
    private Reading step(String typed, Context context, Instant now) {
        if (typed.isEmpty()) {
            return Invalid.of(WebAuthnTexts.identifierMissing());
        }
        if (!context.browser() || !settings.passwordless()) {
            return Invalid.of(FieldProblem.global(WebAuthnTexts.none()));
        }
        String memory = Pending.login(ports.entropy(), now, typed).text();
        return new Show(memory, WebAuthnTexts.getReady());
    }

    /** Whoever has no key is nobody: answered the same, after the same work (WS-11). */
    private Reading named(String answer, Pending pending, Instant now) {
        Person person =
                ports.directory().byIdentifier(WebAuthnMethod.ID, pending.typed()).orElse(null);
        List<OpenKey> keys = ports.keyring().of(person, WebAuthnMethod.ID, Key::first);
        if (person == null || keys.isEmpty()) {
            verifier.pretend(answer, pending);
            return nobody();
        }
        return guess(person, answer, pending, keys, now);
    }

    private Reading known(String answer, Pending pending, Context context, Instant now) {
        List<OpenKey> keys = keys(context);
        return keys.isEmpty()
                ? Invalid.of(FieldProblem.global(WebAuthnTexts.none()))
                : guess(person(context), answer, pending, keys, now);
    }

    private Guess guess(
            Person person, String answer, Pending pending, List<OpenKey> keys, Instant now) {
        return new Guess(
                person,
                null,
                () ->
                        new KeyGuess(
                                WebAuthnEvents.ALL,
                                person.id(),
                                verifier.use(answer, pending, keys, true).orElse(null),
                                settings.refuseCopied(),
                                now),
                FieldProblem.global(KeyTexts.wrong()));
    }

    private static Guess nobody() {
        FieldProblem wrong = FieldProblem.global(KeyTexts.wrong());
        return new Guess(null, null, () -> held -> new Evidence.Moot(wrong), wrong);
    }

    /** Those that count at the level that is asked for, and lift the session there. */
    private List<OpenKey> keys(Context context) {
        boolean second = context.requested() == Aal.AAL2;
        return ports.keyring()
                .of(
                        context.person(),
                        WebAuthnMethod.ID,
                        key ->
                                second
                                        ? !key.first() && context.lifting().contains(key.lineage())
                                        : key.first());
    }

    /** Whether a name has to be typed first. */
    private static boolean nameless(Context context) {
        return context.person() == null;
    }

    private static Person person(Context context) {
        Person person = context.person();
        if (person == null) {
            throw new IllegalStateException("nobody is logged in");
        }
        return person;
    }
}
