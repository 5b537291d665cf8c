package dev.bonafide.flow.registration;

import dev.bonafide.flow.Submitted;
import tools.jackson.databind.node.ObjectNode;

/** What a submit to a registration is for. */
enum RegistrationStep {
    /** Leads back to the traits. */
    BACK,
    /** The traits. */
    FIRST,
    /** A credential, with the traits or after them. */
    SECOND;

    private static final String PROFILE = RegistrationFlows.PROFILE;

    /**
     * {@code screen} tells, as in Kratos, and {@code method} where there is none.
     *
     * @param unified whether there is one step only
     */
    static RegistrationStep of(ObjectNode fields, boolean unified) {
        return unified
                ? SECOND
                : switch (Submitted.text(fields, "screen")) {
                    case "previous" -> BACK;
                    case "credential-selection" -> FIRST;
                    default -> named(Submitted.text(fields, "method"));
                };
    }

    /** {@code profile:back} is what older clients send. */
    private static RegistrationStep named(String method) {
        return switch (method) {
            case PROFILE -> FIRST;
            case PROFILE + ":back" -> BACK;
            default -> SECOND;
        };
    }
}
