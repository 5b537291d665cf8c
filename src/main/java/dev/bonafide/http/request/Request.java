package dev.bonafide.http.request;

import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request as an endpoint sees it. Decoded where it is asked for, on the endpoint's thread. */
public final class Request implements Call {
    private final ServerHttpRequest request;
    private final Map<String, String> variables;
    private final byte[] body;
    private final Self self;
    private final String id;
    private @Nullable Query query;

    /**
     * @param variables of the route, still percent-encoded
     * @param body as received; never changed afterwards
     */
    public Request(
            ServerHttpRequest request,
            Map<String, String> variables,
            byte[] body,
            Self self,
            String id) {
        this.request = request;
        this.variables = variables;
        this.body = body;
        this.self = self;
        this.id = id;
    }

    @Override
    public String method() {
        return request.getMethod().name();
    }

    @Override
    public String path(String variable) {
        String raw = variables.get(variable);
        if (raw == null) {
            throw new IllegalArgumentException("the route has no variable " + variable);
        }
        return Text.percentDecoded(raw, false);
    }

    @Override
    public Optional<String> query(String name) {
        return query().one(name);
    }

    @Override
    public List<String> queries(String name) {
        return query().all(name);
    }

    private Query query() {
        Query parsed = query;
        if (parsed == null) {
            parsed = new Query(request.getURI().getRawQuery());
            query = parsed;
        }
        return parsed;
    }

    @Override
    public Optional<String> header(String name) {
        List<String> values = headers(name);
        if (values.size() > 1) {
            throw Problem.badRequest("The header \"" + name + "\" is given twice.");
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    private List<String> headers(String name) {
        return request.getHeaders().getOrDefault(name, List.of());
    }

    @Override
    public Map<String, String> cookies() {
        return Cookies.parse(headers("Cookie"));
    }

    @Override
    public String url() {
        URI sent = request.getURI();
        String path = self.base() + sent.getRawPath();
        return sent.getRawQuery() == null ? path : path + "?" + sent.getRawQuery();
    }

    @Override
    public ObjectNode body() {
        requirePlain();
        return Bodies.parse(header("Content-Type"), body);
    }

    @Override
    public ArrayNode list() {
        requirePlain();
        return Bodies.parseList(header("Content-Type"), body);
    }

    /** Decoding is refused, so that a small body cannot become a big one. */
    private void requirePlain() {
        if (!headers("Content-Encoding").isEmpty()) {
            throw Problem.of(415, "The body must not be encoded.");
        }
    }

    @Override
    public String address() {
        InetSocketAddress peer = request.getRemoteAddress();
        return peer == null || peer.getAddress() == null
                ? ""
                : self.proxies().client(peer.getAddress(), headers("X-Forwarded-For"));
    }

    @Override
    public String requestId() {
        return id;
    }

    @Override
    public boolean acceptsJson() {
        return Accept.prefersJson(headers("Accept"));
    }

    /**
     * What is the same for all requests of a listener.
     *
     * @param base URL without a slash at its end
     */
    public record Self(String base, TrustedProxies proxies) {
        /** The same, of a base URL as configured. */
        public static Self of(URI baseUrl, TrustedProxies proxies) {
            return new Self(baseUrl.toString().replaceAll("/+$", ""), proxies);
        }
    }
}
