package dev.bonafide.method.password;

import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Messages;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One field of a submission. An empty text is as good as none, as in an HTML form. */
record Field(String name, JsonNode value) {
    static final String PASSWORD = "password";
    static final String IDENTIFIER = "identifier";

    static Field password(ObjectNode fields) {
        return new Field(PASSWORD, fields.path(PASSWORD));
    }

    /** Also under the name that old clients use (contract clause 2.8). */
    static Field identifier(ObjectNode fields) {
        JsonNode today = fields.path(IDENTIFIER);
        return new Field(
                IDENTIFIER, today.isMissingNode() ? fields.path("password_identifier") : today);
    }

    /** What is wrong with it as such. */
    Optional<FieldProblem> problem() {
        if (value.isMissingNode() || value.isNull() || (value.isString() && text().isEmpty())) {
            return Optional.of(FieldProblem.at(name, Messages.missing(name)));
        }
        return value.isString()
                ? Optional.empty()
                : Optional.of(FieldProblem.at(name, PasswordMessages.noText(value)));
    }

    String text() {
        return value.asString("");
    }

    /** Never its value. */
    @Override
    public String toString() {
        return "Field[" + name + "]";
    }
}
