package dev.bonafide.kernel;

import java.util.UUID;

/**
 * One conversation (login, registration, settings, …): a random UUID. Whoever knows the id of an
 * API flow may read it, as in Kratos.
 */
public record FlowId(UUID value) {
    public static FlowId of(String text) {
        return new FlowId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
