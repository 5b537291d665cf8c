package dev.bonafide.method.oidc;

import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.method.ComingBack;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Where providers send people back to. */
final class OidcRoutes implements Routes {
    static final String CALLBACK = "self-service/methods/oidc/callback";

    /** Among what was brought along: which provider's address it came to. */
    static final String PLACE = "provider:";

    private static final String STATE = "state";

    private static final List<String> KNOWN =
            List.of("code", "iss", "error", "error_description", "error_uri", "user");

    private final ComingBack comingBack;

    OidcRoutes(ComingBack comingBack) {
        this.comingBack = comingBack;
    }

    @Override
    public List<Route> routes() {
        String shared = "/" + CALLBACK;
        String own = shared + "/{provider}";
        return List.of(
                Route.open("GET", own, call -> back(call, call.path("provider"))),
                Route.open("POST", own, OidcRoutes::again),
                Route.open("GET", shared, call -> back(call, "")),
                Route.open("POST", shared, OidcRoutes::again));
    }

    /** Whether an answer came to where its provider was told to send people back to. */
    static boolean isPlace(URI told, Map<String, String> answer) {
        String place = answer.getOrDefault(PLACE, "");
        return told.getPath().endsWith("/" + CALLBACK + (place.isEmpty() ? "" : "/" + place));
    }

    private Reply back(Call call, String place) {
        Map<String, String> answer = new LinkedHashMap<>();
        for (String name : KNOWN) {
            call.query(name).ifPresent(value -> answer.put(name, value));
        }
        answer.put(PLACE, place);
        return comingBack.with(
                call, OidcMethod.ID, call.query(STATE).orElse(""), Map.copyOf(answer));
    }

    /**
     * A form that another site posts comes without the cookies by which a browser is known
     * (SameSite=Lax), so it is sent once more, as a navigation to the same address.
     */
    private static Reply again(Call call) {
        if (call.body().path(STATE).asString("").isEmpty()) {
            throw Problem.badRequest("The state of a sign-in is missing.");
        }
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, JsonNode> field : call.body().properties()) {
            boolean meant = KNOWN.contains(field.getKey()) || field.getKey().equals(STATE);
            if (meant && field.getValue().isString()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(field.getKey())
                        .append('=')
                        .append(encoded(field.getValue().stringValue()));
            }
        }
        return Reply.seeOther(query.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
