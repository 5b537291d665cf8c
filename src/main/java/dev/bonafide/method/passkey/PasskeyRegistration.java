package dev.bonafide.method.passkey;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Node;
import dev.bonafide.method.RegistrationPart;
import dev.bonafide.method.fido.BindKey;
import dev.bonafide.method.fido.Ceremonies;
import dev.bonafide.method.fido.KeyNodes;
import dev.bonafide.method.fido.KeyPorts;
import dev.bonafide.method.fido.KeyTexts;
import dev.bonafide.method.fido.Pending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A passkey as somebody's first credential (contract clause 4.1). */
final class PasskeyRegistration implements RegistrationPart {
    /** Where the page names nobody, authenticators still want a name to show. */
    private static final String UNNAMED = "user";

    private final KeyPorts ports;
    private final Ceremonies ceremonies;

    PasskeyRegistration(KeyPorts ports, Ceremonies ceremonies) {
        this.ports = ports;
        this.ceremonies = ceremonies;
    }

    @Override
    public int rank() {
        return 80;
    }

    @Override
    public boolean recognises(MethodId id, ObjectNode fields) {
        return fields.path("method").asString("").equals(id.value())
                || !Fields.text(fields, Fields.REGISTER).isEmpty();
    }

    @Override
    public Optional<String> remember(Instant now) {
        return Optional.of(Pending.binding(ports.entropy(), now).text());
    }

    @Override
    public boolean lasts(String memory, Instant now) {
        return Pending.parse(memory).alive(now);
    }

    @Override
    public List<Node> nodes(Context context) {
        String memory = context.memory();
        if (memory == null) {
            return List.of();
        }
        Pending pending = Pending.parse(memory);
        JsonNode options = ceremonies.options().create(pending, UNNAMED, List.of());
        List<Node> nodes = new ArrayList<>();
        if (context.browser()) {
            nodes.add(KeyNodes.script(ports.script(), pending));
        }
        nodes.add(
                KeyNodes.button(
                                PasskeyMethod.ID,
                                Fields.REGISTER_TRIGGER,
                                Fields.SIGN_UP,
                                PasskeyTexts.signUp())
                        .without("value"));
        nodes.add(Node.input(PasskeyMethod.ID.value(), Fields.REGISTER, "hidden"));
        nodes.add(
                KeyNodes.hidden(
                        PasskeyMethod.ID,
                        Fields.CREATE_DATA,
                        PasskeyEnrolment.createData(options, context.displayField())));
        return KeyNodes.fit(nodes, context.browser());
    }

    @Override
    public Reading read(ObjectNode fields, Newcomer newcomer) {
        Pending pending = KeyPorts.alive(newcomer.memory(), newcomer.now());
        if (pending == null) {
            return new Invalid(List.of(FieldProblem.global(KeyTexts.late())));
        }
        return ceremonies
                .verifier()
                .bind(Fields.text(fields, Fields.REGISTER), pending)
                .map(bound -> ports.facts(newcomer.id(), bound, "", Aal.AAL1))
                .map(facts ->
                        new BindKey(
                                PasskeyEvents.ALL,
                                newcomer.id(),
                                ports.lineage(),
                                facts,
                                Fields.REGISTER,
                                newcomer.now()))
                .<Reading>map(bind -> new Valid(bind::enrolment))
                .orElseGet(() -> new Invalid(List.of(FieldProblem.global(KeyTexts.unreadable()))));
    }
}
