package dev.bonafide.method.passkey;

import dev.bonafide.http.Json;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adding, listing and removing passkeys (contract clause 3.6). */
final class PasskeyEnrolment implements SettingsPart {
    private final KeyPorts ports;
    private final Ceremonies ceremonies;

    PasskeyEnrolment(KeyPorts ports, Ceremonies ceremonies) {
        this.ports = ports;
        this.ceremonies = ceremonies;
    }

    @Override
    public int rank() {
        return 60;
    }

    @Override
    public Optional<String> begin(Person person) {
        return Optional.of(ports.binding(person, PasskeyMethod.ID).text());
    }

    @Override
    public boolean lasts(String memory, Instant now) {
        return Pending.parse(memory).alive(now);
    }

    @Override
    public List<Node> nodes(Context context) {
        return nodes(context, true);
    }

    @Override
    public List<Node> restoring(Context context) {
        return nodes(context, false);
    }

    @Override
    public boolean restores(ObjectNode fields) {
        return Fields.text(fields, Fields.REMOVE).isEmpty();
    }

    private List<Node> nodes(Context context, boolean removals) {
        Person person = context.person();
        String memory = context.memory();
        List<Node> nodes = new ArrayList<>();
        if (context.browser() && memory != null) {
            nodes.add(KeyNodes.script(ports.script(), Pending.parse(memory)));
        }
        long first = person.state().factors().stream().filter(Factor::first).count();
        for (OpenKey key : ports.keyring().of(person, PasskeyMethod.ID, any -> removals)) {
            nodes.add(removal(key, first > 1));
        }
        if (memory != null) {
            nodes.addAll(addition(person, Pending.parse(memory)));
        }
        return KeyNodes.fit(nodes, context.browser());
    }

    /** A passkey that is the last way in is shown and can't be taken away. */
    private static Node removal(OpenKey key, boolean usable) {
        return KeyNodes.remove(PasskeyMethod.ID, Fields.REMOVE, key, PasskeyTexts::remove, usable);
    }

    private List<Node> addition(Person person, Pending pending) {
        List<Allowed> excluded = Allowed.all(ports.keyring().all(person.state()));
        JsonNode options = ceremonies.options().create(pending, KeyPorts.title(person), excluded);
        return List.of(
                KeyNodes.button(
                        PasskeyMethod.ID, Fields.REGISTER_TRIGGER, Fields.BIND, PasskeyTexts.add()),
                Node.input(PasskeyMethod.ID.value(), Fields.SETTINGS_REGISTER, "hidden"),
                KeyNodes.hidden(PasskeyMethod.ID, Fields.CREATE_DATA, createData(options, "")));
    }

    /** The options, and the input whose value the script takes for the person's name. */
    static String createData(JsonNode options, String displayField) {
        ObjectNode data = Json.mapper().createObjectNode();
        data.set("credentialOptions", options);
        data.put("displayNameFieldName", displayField);
        return data.toString();
    }

    @Override
    public boolean recognises(MethodId id, ObjectNode fields) {
        return fields.path("method").asString("").equals(id.value())
                || !Fields.text(fields, Fields.SETTINGS_REGISTER).isEmpty()
                || !Fields.text(fields, Fields.REMOVE).isEmpty();
    }

    @Override
    public Reading read(ObjectNode fields, Context context, Instant now) {
        KeyChanges keys = new KeyChanges(PasskeyEvents.ALL, ports, ceremonies.verifier());
        String removed = Fields.text(fields, Fields.REMOVE);
        if (!removed.isEmpty()) {
            return keys.removal(context.person(), removed, now);
        }
        String field = Fields.SETTINGS_REGISTER;
        Answered answered = new Answered(field, Fields.text(fields, field), "", Aal.AAL1);
        return keys.binding(answered, context, now);
    }
}
