package dev.bonafide.http;

/**
 * One address.
 *
 * @param path with {@code {variables}}, as in the OpenAPI description
 */
public record Route(Listener listener, String method, String path, Endpoint endpoint) {
    public static Route open(String method, String path, Endpoint endpoint) {
        return new Route(Listener.PUBLIC, method, path, endpoint);
    }

    public static Route admin(String method, String path, Endpoint endpoint) {
        return new Route(Listener.ADMIN, method, path, endpoint);
    }

    /** Which of the two ports. */
    public enum Listener {
        PUBLIC,
        ADMIN
    }

    /** Answers on a virtual thread; may block. */
    @FunctionalInterface
    public interface Endpoint {
        Reply answer(Call call);
    }

    /**
     * An endpoint that answers from memory at once. It is not counted among the calls in progress,
     * so that {@code /health/alive} still answers while everything else is told to come back later.
     */
    @FunctionalInterface
    public interface Immediate extends Endpoint {}
}
