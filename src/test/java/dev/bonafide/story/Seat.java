package dev.bonafide.story;

import dev.bonafide.http.cookie.SessionCookies;
import java.net.HttpCookie;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A client of one manner, and the session that it holds, if any. */
final class Seat {
    private final TestServer server;
    private final Manner manner;
    private final Browser browser;
    private String token = "";

    Seat(TestServer server, Manner manner) {
        this.server = server;
        this.manner = manner;
        this.browser = new Browser(server);
    }

    Manner manner() {
        return manner;
    }

    Browser browser() {
        return browser;
    }

    /** Goes on with this session, as if it had logged in. */
    void holds(String newest, Instant expiresAt) {
        token = newest;
        String line = server.bean(SessionCookies.class).issue(newest, expiresAt);
        HttpCookie cookie = HttpCookie.parse(line).getFirst();
        browser.set(cookie.getName(), cookie.getValue());
    }

    /** Goes on with the token that an API client was given, if it was. */
    void keeps(Answer answer) {
        String given = answer.at("session_token");
        if (!given.isEmpty()) {
            token = given;
        }
    }

    /** Has a session no more. */
    void leaves() {
        token = "";
        browser.forget(Browser.SESSION);
    }

    /** Begins a flow, with whatever answer. */
    Answer init(String kind, String query) {
        return switch (manner) {
            case API -> server.http().get("/self-service/" + kind + "/api" + query, headers());
            case AJAX -> browser.script("/self-service/" + kind + "/browser" + query);
            case HTML -> browser.page("/self-service/" + kind + "/browser" + query);
        };
    }

    /** Begins a flow, which must work, and returns its form. */
    Answer opened(String kind, String query) {
        Answer answer = init(kind, query);
        Answer form = manner == Manner.HTML ? form(kind, Browser.flowIn(answer.place())) : answer;
        if (!form.form()) {
            throw new AssertionError(answer.status() + " " + answer.place() + " " + answer.body());
        }
        return form;
    }

    /** The flow as JSON, which a page's maker reads, too. */
    Answer form(String kind, String id) {
        return manner == Manner.API
                ? server.http().get("/self-service/" + kind + "/flows?id=" + id, headers())
                : browser.flow(kind, id);
    }

    /** Looks at the flow: pages by the page. */
    Answer look(String kind, String id) {
        return manner == Manner.HTML ? browser.page("/ui/" + kind + "?flow=" + id) : form(kind, id);
    }

    /** Fills the form in and submits it; a name with dots is a path. */
    Answer submit(String kind, Answer form, Map<String, String> fields) {
        String action = Browser.action(kind, form.at("id"));
        Map<String, String> filled = new LinkedHashMap<>(fields);
        filled.put("csrf_token", form.csrf());
        return switch (manner) {
            case API -> server.http().post(action, headers(), json(fields).toString());
            case AJAX -> browser.json(action, json(filled));
            case HTML -> browser.form(action, filled);
        };
    }

    Answer whoami() {
        return manner == Manner.API
                ? server.http().get("/sessions/whoami", headers())
                : browser.whoami();
    }

    private Map<String, String> headers() {
        return token.isEmpty() ? Map.of() : Map.of("X-Session-Token", token);
    }

    private static ObjectNode json(Map<String, String> fields) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        fields.forEach((name, value) -> {
            int dot = name.lastIndexOf('.');
            ObjectNode at =
                    dot < 0
                            ? json
                            : json.withObject("/" + name.substring(0, dot).replace('.', '/'));
            at.put(name.substring(dot + 1), value);
        });
        return json;
    }
}
