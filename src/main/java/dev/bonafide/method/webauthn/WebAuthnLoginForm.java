package dev.bonafide.method.webauthn;

import dev.bonafide.identity.Person;
import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import dev.bonafide.method.fido.Key;
import dev.bonafide.method.fido.KeyNodes;
import dev.bonafide.method.fido.KeyOptions;
import dev.bonafide.method.fido.KeyOptions.Allowed;
import dev.bonafide.method.fido.KeyPorts;
import dev.bonafide.method.fido.OpenKey;
import dev.bonafide.method.fido.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The nodes of a login with a key. */
final class WebAuthnLoginForm {
    private final KeyPorts ports;
    private final KeyOptions options;
    private final Supplier<Message> identifierLabel;

    WebAuthnLoginForm(KeyPorts ports, KeyOptions options, Supplier<Message> identifierLabel) {
        this.ports = ports;
        this.options = options;
        this.identifierLabel = identifierLabel;
    }

    /** Of somebody who is logged in. */
    List<Node> known(Person person, List<OpenKey> keys, Pending pending) {
        List<Node> nodes = new ArrayList<>();
        String identifier = person.identifier(WebAuthnMethod.ID);
        if (!identifier.isEmpty()) {
            nodes.add(identifier(identifier));
        }
        nodes.addAll(button(pending, Allowed.all(keys), WebAuthnTexts.signIn()));
        return nodes;
    }

    /**
     * Of somebody who types a name: the name first, their key then.
     *
     * @param memory null before the name was typed
     */
    List<Node> named(@Nullable String memory) {
        if (memory == null) {
            return List.of(
                    Node.input("default", Fields.IDENTIFIER, "text")
                            .with("value", "")
                            .required()
                            .with("autocomplete", "username webauthn")
                            .labelled(identifierLabel.get()),
                    Node.submit(
                            WebAuthnMethod.ID.value(),
                            "method",
                            WebAuthnMethod.ID.value(),
                            WebAuthnTexts.signIn()));
        }
        Pending pending = Pending.parse(memory);
        List<Node> nodes = new ArrayList<>();
        nodes.add(identifier(pending.typed()));
        nodes.addAll(button(pending, allowed(pending.typed()), WebAuthnTexts.goOn()));
        return nodes;
    }

    /** Who is asked without having proven anything must not learn more than ids. */
    private List<Allowed> allowed(String typed) {
        Person person = ports.directory().byIdentifier(WebAuthnMethod.ID, typed).orElse(null);
        List<Allowed> real =
                ports.keyring().of(person, WebAuthnMethod.ID, Key::first).stream()
                        .map(key -> new Allowed(key.material().id(), List.of()))
                        .toList();
        String decoy = ports.names().decoy(ports.directory().hash(typed));
        return real.isEmpty() ? List.of(new Allowed(decoy, List.of())) : real;
    }

    private static Node identifier(String value) {
        return Node.input("default", Fields.IDENTIFIER, "hidden").with("value", value);
    }

    private List<Node> button(Pending pending, List<Allowed> allowed, Message label) {
        return List.of(
                KeyNodes.hidden(WebAuthnMethod.ID, Fields.LOGIN, ""),
                KeyNodes.script(ports.script(), pending),
                KeyNodes.button(
                        WebAuthnMethod.ID,
                        Fields.LOGIN_TRIGGER,
                        options.use(pending, allowed),
                        Fields.LOG_IN,
                        label));
    }
}
