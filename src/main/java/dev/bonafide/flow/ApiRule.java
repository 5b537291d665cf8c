package dev.bonafide.flow;

import dev.bonafide.http.Call;
import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;
import java.util.Optional;

/**
 * An API flow has no token against cross-site requests, so nothing that looks like a browser may
 * submit to it: no {@code Origin}, no cookie but those of a well-known proxy (contract clause 7.3).
 */
public final class ApiRule {
    private ApiRule() {}

    /** What is wrong with the request, if anything is. */
    public static Optional<Message> broken(Call call) {
        if (call.header("Origin").isPresent()) {
            return Optional.of(refused("an Origin header"));
        }
        boolean cookies = call.cookies().keySet().stream().anyMatch(name -> !ofProxy(name));
        return cookies ? Optional.of(refused("a cookie")) : Optional.empty();
    }

    private static Message refused(String what) {
        return Messages.generic(
                "The flow was begun by an API client, but the request carries "
                        + what
                        + ", as a browser's does.");
    }

    private static boolean ofProxy(String name) {
        return name.startsWith("__cf") || name.startsWith("_cf") || name.startsWith("cf_");
    }
}
