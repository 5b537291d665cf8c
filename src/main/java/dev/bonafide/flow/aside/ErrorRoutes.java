package dev.bonafide.flow.aside;

import dev.bonafide.flow.ForwardedErrors;
import dev.bonafide.flow.ForwardedErrors.Kept;
import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.http.Uuids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /self-service/errors}: what the page behind a forwarded error shows. */
final class ErrorRoutes implements Routes {
    /** With this for an id, whoever makes an error page sees an error to make it for. */
    private static final String STUB = "stub:500";

    private final ForwardedErrors errors;

    ErrorRoutes(ForwardedErrors errors) {
        this.errors = errors;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.open("GET", "/self-service/errors", this::read));
    }

    private Reply read(Call call) {
        String id = call.query("id").orElseThrow(Problem::notFound);
        return id.equals(STUB)
                ? stub()
                : Uuids.parse(id)
                        .flatMap(errors::find)
                        .map(ErrorRoutes::json)
                        .orElseThrow(Problem::notFound);
    }

    private static Reply json(Kept kept) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", kept.id());
        body.put("error", kept.error());
        body.put("created_at", kept.at());
        body.put("updated_at", kept.at());
        return Reply.json(200, body);
    }

    private static Reply stub() {
        Problem sample = Problem.of(500, "This is a stub error.");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", "00000000-0000-0000-0000-000000000000");
        body.put("error", sample.object("").get("error"));
        return Reply.json(200, body);
    }
}
