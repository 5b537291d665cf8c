package dev.bonafide.ui;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.PageUrls;
import dev.bonafide.http.Call;
import dev.bonafide.http.Json;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.http.cookie.CsrfCookies;
import dev.bonafide.http.cookie.CsrfToken;
import dev.bonafide.session.Presented;
import dev.bonafide.session.SessionJson;
import dev.bonafide.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where somebody is logged in, and how to end it there. */
final class SessionsPage implements Routes {
    private static final String PATH = "/ui/sessions";

    /** Sent instead of an id: all but the one that asks. */
    private static final String OTHERS = "others";

    /** More than a person has; the page says so if there are more. */
    private static final String SHOWN = "250";

    private final PublicApi api;
    private final Writer writer;
    private final Setting<PageUrls> urls;
    private final Caller caller;
    private final Parts parts;

    SessionsPage(PublicApi api, Writer writer, Setting<PageUrls> urls, Caller caller, Parts parts) {
        this.api = api;
        this.writer = writer;
        this.urls = urls;
        this.caller = caller;
        this.parts = parts;
    }

    /** What it needs of others. */
    record Parts(SessionJson json, CsrfCookies csrf) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", PATH, writer.forPeople(this::page)),
                Route.open("POST", PATH, writer.forPeople(this::end)));
    }

    private Reply page(Call call) {
        Pages.require(urls.get().builtIn("settings"));
        Optional<Presented> session = caller.session(call);
        if (session.isEmpty()) {
            return toLogin();
        }
        JsonNode own = Json.mapper().valueToTree(parts.json().of(session.get().standing(), false));
        JsonNode others = api.get(call, "/sessions", Map.of("page_size", SHOWN)).json();
        Optional<CsrfToken> presented = parts.csrf().presented(call);
        CsrfToken token = presented.orElseGet(parts.csrf()::fresh);
        Map<String, Object> model = new HashMap<>();
        model.put("csrf", parts.csrf().field(token));
        model.put("devices", devices(own, others, writer.texts(call)));
        model.put("others", others.size());
        Reply page = writer.page(200, "sessions", call, true, model);
        return presented.isPresent() ? page : page.with("Set-Cookie", parts.csrf().issue(token));
    }

    private static List<DeviceView> devices(JsonNode own, JsonNode others, Texts texts) {
        List<DeviceView> devices = new ArrayList<>();
        devices.add(DeviceView.of(own, true, texts));
        others.forEach(each -> devices.add(DeviceView.of(each, false, texts)));
        return devices;
    }

    private Reply end(Call call) {
        Pages.require(urls.get().builtIn("settings"));
        if (caller.session(call).isEmpty()) {
            return toLogin();
        }
        JsonNode form = call.body();
        requireOwnForm(call, form.path("csrf_token").asString(""));
        String which = form.path("end").asString("");
        if (which.equals(OTHERS)) {
            api.ask(call, "DELETE", "/sessions", Map.of());
        } else {
            api.ask(call, "DELETE", "/sessions/{id}", Map.of("id", which));
        }
        return Reply.seeOther(urls.get().path("ui/sessions"));
    }

    /** What another site lets a browser send lacks the token (CWE-352). */
    private void requireOwnForm(Call call, String field) {
        boolean own =
                parts.csrf().presented(call).filter(token -> token.matches(field)).isPresent();
        if (!own) {
            throw Problem.of(403, "The csrf_token of the form is not the browser's.");
        }
    }

    private Reply toLogin() {
        String back = urls.get().path("ui/sessions");
        return Reply.seeOther(
                Pages.query(
                        urls.get().path("self-service/login/browser"),
                        Map.of("return_to", urls.get().absolute(back))));
    }
}
