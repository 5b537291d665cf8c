package dev.bonafide.ui;

import dev.bonafide.http.Call;
import dev.bonafide.http.Json;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The public API as other clients use it, asked in this process on behalf of a request: with its
 * cookies, from its address, and with the same refusals.
 */
final class PublicApi {
    private final Supplier<Stream<Routes>> rooms;

    /** The rooms are asked for late: pages are routes themselves. */
    PublicApi(Supplier<Stream<Routes>> rooms) {
        this.rooms = rooms;
    }

    /**
     * What was answered.
     *
     * @param json an empty object where there was no body
     * @param cookies {@code Set-Cookie} headers, which belong on the page
     */
    record Answered(JsonNode json, List<Reply.Header> cookies) {}

    Answered get(Call call, String path, Map<String, String> query) {
        return ask(call, "GET", path, query);
    }

    /**
     * @param path as the route declares it
     * @param given query parameters and path variables
     * @throws Problem as the API refuses
     */
    Answered ask(Call call, String method, String path, Map<String, String> given) {
        Reply reply = endpoint(method, path).answer(new Inner(call, method, given));
        JsonNode json =
                reply.body().length == 0
                        ? JsonNodeFactory.instance.objectNode()
                        : Json.mapper().readTree(reply.body());
        if (reply.status() >= 300) {
            throw refusal(reply.status(), json);
        }
        return new Answered(
                json,
                reply.headers().stream()
                        .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
                        .toList());
    }

    boolean has(String method, String path) {
        return routes(method, path).findAny().isPresent();
    }

    private Route.Endpoint endpoint(String method, String path) {
        return routes(method, path).findAny().orElseThrow(Problem::notFound).endpoint();
    }

    private Stream<Route> routes(String method, String path) {
        return rooms.get()
                .flatMap(room -> room.routes().stream())
                .filter(route -> route.listener() == Route.Listener.PUBLIC)
                .filter(route -> route.method().equals(method) && route.path().equals(path));
    }

    private static Problem refusal(int status, JsonNode json) {
        JsonNode error = json.path("error");
        Problem problem =
                new Problem(
                        status,
                        error.path("id").asString(""),
                        error.path("message").asString(""),
                        error.path("reason").asString(""));
        json.properties().stream()
                .filter(entry -> entry.getValue().isString())
                .forEach(entry -> problem.sibling(entry.getKey(), entry.getValue().asString()));
        return problem;
    }
}
