package dev.bonafide.method.webauthn;

import dev.bonafide.kernel.Aal;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Node;
import dev.bonafide.method.RegistrationPart;
import dev.bonafide.method.fido.BindKey;
import dev.bonafide.method.fido.Ceremonies;
import dev.bonafide.method.fido.KeyNodes;
import dev.bonafide.method.fido.KeyOptions;
import dev.bonafide.method.fido.KeyPorts;
import dev.bonafide.method.fido.KeyTexts;
import dev.bonafide.method.fido.Pending;
import dev.bonafide.method.fido.Verifier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A key as somebody's first credential, where keys are first factors (contract clause 4.1). */
final class WebAuthnRegistration implements RegistrationPart {
    private final KeyPorts ports;
    private final KeyOptions options;
    private final Verifier verifier;

    WebAuthnRegistration(KeyPorts ports, Ceremonies ceremonies) {
        this.ports = ports;
        this.options = ceremonies.options();
        this.verifier = ceremonies.verifier();
    }

    @Override
    public int rank() {
        return 70;
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
        if (!context.browser() || memory == null) {
            return List.of();
        }
        Pending pending = Pending.parse(memory);
        return List.of(
                Node.input(WebAuthnMethod.ID.value(), Fields.NAME, "text")
                        .with("value", "")
                        .labelled(WebAuthnTexts.name()),
                KeyNodes.hidden(WebAuthnMethod.ID, Fields.REGISTER, ""),
                KeyNodes.button(
                        WebAuthnMethod.ID,
                        Fields.REGISTER_TRIGGER,
                        options.create(pending, "user", List.of()),
                        Fields.BIND,
                        WebAuthnTexts.signUp()),
                KeyNodes.script(ports.script(), pending));
    }

    @Override
    public Reading read(ObjectNode fields, Newcomer newcomer) {
        Pending pending = KeyPorts.alive(newcomer.memory(), newcomer.now());
        if (pending == null) {
            return new Invalid(List.of(FieldProblem.global(KeyTexts.late())));
        }
        String name = Fields.text(fields, Fields.NAME);
        return verifier.bind(Fields.text(fields, Fields.REGISTER), pending)
                .map(bound -> ports.facts(newcomer.id(), bound, name, Aal.AAL1))
                .map(facts ->
                        new BindKey(
                                WebAuthnEvents.ALL,
                                newcomer.id(),
                                ports.lineage(),
                                facts,
                                Fields.REGISTER,
                                newcomer.now()))
                .<Reading>map(bind -> new Valid(bind::enrolment))
                .orElseGet(() -> new Invalid(List.of(FieldProblem.global(KeyTexts.unreadable()))));
    }
}
