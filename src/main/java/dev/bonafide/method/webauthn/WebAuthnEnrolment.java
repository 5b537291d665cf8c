package dev.bonafide.method.webauthn;

import dev.bonafide.identity.Factor;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.Node;
import dev.bonafide.method.SettingsPart;
import dev.bonafide.method.fido.Ceremonies;
import dev.bonafide.method.fido.KeyChanges;
import dev.bonafide.method.fido.KeyChanges.Answered;
import dev.bonafide.method.fido.KeyNodes;
import dev.bonafide.method.fido.KeyOptions.Allowed;
import dev.bonafide.method.fido.KeyPorts;
import dev.bonafide.method.fido.OpenKey;
import dev.bonafide.method.fido.Pending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Adding, naming, listing and removing keys (contract clause 3.5). For browsers only. */
final class WebAuthnEnrolment implements SettingsPart {
    private final WebAuthnSettings settings;
    private final KeyPorts ports;
    private final Ceremonies ceremonies;

    WebAuthnEnrolment(WebAuthnSettings settings, KeyPorts ports, Ceremonies ceremonies) {
        this.settings = settings;
        this.ports = ports;
        this.ceremonies = ceremonies;
    }

    @Override
    public int rank() {
        return 50;
    }

    @Override
    public Optional<String> begin(Person person) {
        return Optional.of(ports.binding(person, WebAuthnMethod.ID).text());
    }

    @Override
    public boolean lasts(String memory, Instant now) {
        return Pending.parse(memory).alive(now);
    }

    @Override
    public boolean servesApiClients() {
        return false;
    }

    @Override
    public List<Node> nodes(Context context) {
        List<Node> nodes = new ArrayList<>();
        Person person = context.person();
        for (OpenKey key : ports.keyring().of(person, WebAuthnMethod.ID, any -> true)) {
            nodes.add(removal(person, key));
        }
        String memory = context.memory();
        if (memory != null) {
            nodes.addAll(addition(person, Pending.parse(memory)));
        }
        return nodes;
    }

    /** A key that is the last way in is shown and can't be taken away. */
    private static Node removal(Person person, OpenKey key) {
        long first = person.state().factors().stream().filter(Factor::first).count();
        return KeyNodes.remove(
                WebAuthnMethod.ID,
                Fields.REMOVE,
                key,
                WebAuthnTexts::remove,
                !key.key().first() || first > 1);
    }

    private List<Node> addition(Person person, Pending pending) {
        List<Allowed> excluded = Allowed.all(ports.keyring().all(person.state()));
        return List.of(
                Node.input(WebAuthnMethod.ID.value(), Fields.NAME, "text")
                        .with("value", "")
                        .labelled(WebAuthnTexts.name()),
                KeyNodes.hidden(WebAuthnMethod.ID, Fields.REGISTER, ""),
                KeyNodes.button(
                        WebAuthnMethod.ID,
                        Fields.REGISTER_TRIGGER,
                        ceremonies.options().create(pending, KeyPorts.title(person), excluded),
                        Fields.BIND,
                        WebAuthnTexts.add()),
                KeyNodes.script(ports.script(), pending));
    }

    @Override
    public boolean recognises(MethodId id, ObjectNode fields) {
        return fields.path("method").asString("").equals(id.value())
                || !Fields.text(fields, Fields.REGISTER).isEmpty()
                || !Fields.text(fields, Fields.REMOVE).isEmpty();
    }

    @Override
    public Reading read(ObjectNode fields, Context context, Instant now) {
        KeyChanges keys = new KeyChanges(WebAuthnEvents.ALL, ports, ceremonies.verifier());
        String removed = Fields.text(fields, Fields.REMOVE);
        if (!removed.isEmpty()) {
            return keys.removal(context.person(), removed, now);
        }
        String name = Fields.text(fields, Fields.NAME);
        if (name.isEmpty()) {
            return Invalid.of(WebAuthnTexts.nameMissing());
        }
        Aal aal = settings.passwordless() ? Aal.AAL1 : Aal.AAL2;
        String answer = Fields.text(fields, Fields.REGISTER);
        return keys.binding(new Answered(Fields.REGISTER, answer, name, aal), context, now);
    }
}
