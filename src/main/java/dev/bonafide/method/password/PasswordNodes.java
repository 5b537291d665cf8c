package dev.bonafide.method.password;

import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;
import dev.bonafide.method.Node;

/** The two nodes that all forms of this method have. */
final class PasswordNodes {
    private static final String GROUP = PasswordMethod.ID.value();

    private PasswordNodes() {}

    /** {@code autocomplete} tells a password manager whether to fill in or to propose. */
    static Node field(String autocomplete) {
        return Node.input(GROUP, Field.PASSWORD, "password")
                .required()
                .with("autocomplete", autocomplete)
                .labelled(Messages.passwordField());
    }

    static Node submit(Message label) {
        return Node.submit(GROUP, "method", PasswordMethod.ID.value(), label);
    }
}
