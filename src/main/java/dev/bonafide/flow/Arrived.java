package dev.bonafide.flow;

import dev.bonafide.method.AuthenticationMethod;
import java.util.Map;

/**
 * Somebody who left a flow and came back.
 *
 * @param memory what the method remembered meanwhile
 * @param answer what was brought along
 */
public record Arrived(AuthenticationMethod method, String memory, Map<String, String> answer) {
    public Arrived {
        answer = Map.copyOf(answer);
    }

    /** Both may hold secrets. */
    @Override
    public String toString() {
        return "Arrived[" + method.id() + "]";
    }
}
