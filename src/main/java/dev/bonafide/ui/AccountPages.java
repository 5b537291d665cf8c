package dev.bonafide.ui;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.PageUrls;
import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Pages that show no flow: welcome, logout, error. */
final class AccountPages implements Routes {
    /** A form whose token is not the browser's any more. */
    private static final String STALE = "security_csrf_violation";

    private final PublicApi api;
    private final Writer writer;
    private final Setting<PageUrls> urls;
    private final Caller caller;

    AccountPages(PublicApi api, Writer writer, Setting<PageUrls> urls, Caller caller) {
        this.api = api;
        this.writer = writer;
        this.urls = urls;
        this.caller = caller;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/", writer.forPeople(this::welcome)),
                Route.open("GET", "/ui/error", writer.forPeople(this::error)),
                Route.open("GET", "/ui/logout", writer.forPeople(this::logout)));
    }

    private Reply welcome(Call call) {
        Pages.require(urls.get().builtInHome());
        boolean signedIn = caller.session(call).isPresent();
        return writer.page(200, "welcome", call, signedIn, Map.of());
    }

    /** A person confirms, so that no link or picture elsewhere can log them out. */
    private Reply logout(Call call) {
        Pages.require(urls.get().builtIn("settings"));
        try {
            var answered = api.get(call, "/self-service/logout/browser", Map.of());
            String token = answered.json().path("logout_token").asString("");
            return Pages.with(answered.cookies(), logout(call, token));
        } catch (Problem problem) {
            if (problem.status() == 401) {
                return logout(call, "");
            }
            throw problem;
        }
    }

    /** {@code token} "" for somebody who is not logged in. */
    private Reply logout(Call call, String token) {
        Map<String, Object> model =
                Map.of("action", urls.get().path("self-service/logout"), "token", token);
        return writer.page(200, "logout", call, !token.isEmpty(), model);
    }

    private Reply error(Call call) {
        Pages.require(urls.get().builtIn("error"));
        JsonNode kept = kept(call);
        Map<String, Object> model =
                writer.model(kept.path("code").asInt(0), kept.path("reason").asString(""), call);
        String again = kept.path("details").path("redirect_to").asString("");
        if (kept.path("id").asString("").equals(STALE)
                && again.startsWith(urls.get().absolute(""))) {
            model.put("key", "stale");
            model.put("reason", "");
            model.put("again", again);
        }
        return writer.page(200, "error", call, caller.session(call).isPresent(), model);
    }

    /** An error that nobody knows any more is still an error. */
    private JsonNode kept(Call call) {
        try {
            String id = call.query("id").orElse("");
            return api.get(call, "/self-service/errors", Map.of("id", id)).json().path("error");
        } catch (Problem unknown) {
            return tools.jackson.databind.node.MissingNode.getInstance();
        }
    }
}
