package dev.bonafide.http.server;

import dev.bonafide.config.Steady;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.request.Request;
import dev.bonafide.http.server.RouteTable.Found;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * From request to answer: verdict of the gate, route, body, endpoint, answer. It stands where
 * WebFlux' own dispatcher would: with two listeners, one kind of handler and one shape of errors
 * there is nothing for that to decide, and it costs as much CPU as all the rest of a whoami.
 */
final class Dispatcher implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final RouteTable routes;
    private final Intake intake;
    private final Offload offload;
    private final Request.Self self;
    private final Common common;

    Dispatcher(
            RouteTable routes, Intake intake, Offload offload, Request.Self self, Common common) {
        this.routes = routes;
        this.intake = intake;
        this.offload = offload;
        this.self = self;
        this.common = common;
    }

    /** What both listeners share. */
    record Common(RequestIds ids, Faults faults, Answers answers, Tallied.Counter counter) {}

    @Override
    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        List<String> sent = request.getHeaders().getOrDefault(RequestIds.HEADER, List.of());
        String id = common.ids().of(sent);
        Tallied tallied = common.counter().begin();
        return Mono.defer(() -> routed(request, id, tallied))
                .onErrorResume(thrown -> failed(thrown, "-", id))
                .doOnNext(tallied::answered)
                .flatMap(reply -> common.answers().write(reply, id, request, response))
                .onErrorResume(thrown -> unwritten(thrown, id, request, response));
    }

    private Mono<Reply> routed(ServerHttpRequest request, String id, Tallied tallied) {
        refuseMalformed(request);
        return common.answers()
                .preflight(request)
                .map(Mono::just)
                .orElseGet(() -> found(request, id, tallied));
    }

    private Mono<Reply> found(ServerHttpRequest request, String id, Tallied tallied) {
        Found found = routes.find(request.getMethod().name(), request.getURI().getRawPath());
        tallied.found(found.route());
        String where = where(found);
        return intake.read(request, body -> answer(request, found, body, id))
                .onErrorResume(thrown -> failed(thrown, where, id));
    }

    private static String where(Found found) {
        return found.route().method() + " " + found.route().path();
    }

    private Mono<Reply> failed(Throwable thrown, String where, String id) {
        return Mono.fromSupplier(() -> common.faults().reply(thrown, where, id));
    }

    private Mono<Reply> answer(ServerHttpRequest request, Found found, byte[] body, String id) {
        refuseMalformed(request);
        Request call = new Request(request, found.variables(), body, self, id);
        Route.Endpoint endpoint = found.route().endpoint();
        String where = where(found);
        return offload.run(
                endpoint, () -> Steady.during(() -> common.faults().answer(endpoint, call, where)));
    }

    private static void refuseMalformed(ServerHttpRequest request) {
        Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
        Gate.verdict(connection.channel())
                .ifPresent(fault -> {
                    throw fault;
                });
    }

    /**
     * The last resort: the answer could not be written. Either the client is gone, or an endpoint
     * made a header that is none.
     */
    private Mono<Void> unwritten(
            Throwable thrown, String id, ServerHttpRequest request, ServerHttpResponse response) {
        if (response.isCommitted()) {
            LOG.debug("answer {} not taken", id, thrown);
            return Mono.empty();
        }
        Reply reply = common.faults().reply(new IllegalStateException(thrown), "-", id);
        return common.answers().write(reply, id, request, response);
    }
}
