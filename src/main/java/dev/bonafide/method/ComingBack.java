package dev.bonafide.method;

import dev.bonafide.http.Call;
import dev.bonafide.http.Reply;
import dev.bonafide.kernel.MethodId;
import java.util.Map;

/**
 * Lets those in again who left by a {@link Departure}: a method's own address hands over what it
 * was called with, and the flow goes on.
 */
@FunctionalInterface
public interface ComingBack {
    /**
     * Goes on with the flow that {@code state} names, if this browser left it by this method less
     * than ten minutes ago and has not come back yet; whoever else comes gets an error and changes
     * nothing.
     *
     * @param answer what was brought along, as the method's parts read it in their {@code back}
     */
    Reply with(Call call, MethodId method, String state, Map<String, String> answer);
}
