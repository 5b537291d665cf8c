package dev.bonafide.method.oidc;

import dev.bonafide.http.Call;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.method.ComingBack;
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

    private static final List<String> KNOWN =
            List.of("code", "iss", "error", "error_description", "error_uri", "user");

    private final ComingBack comingBack;

    OidcRoutes(ComingBack comingBack) {
        this.comingBack = comingBack;
    }

    @Override
    public List<Route> routes() {
        String place = "/" + CALLBACK + "/{provider}";
        return List.of(
                Route.open("GET", place, this::back), Route.open("POST", place, OidcRoutes::again));
    }

    private Reply back(Call call) {
        Map<String, String> answer = new LinkedHashMap<>();
        for (String name : KNOWN) {
            call.query(name).ifPresent(value -> answer.put(name, value));
        }
        answer.put(PLACE, call.path("provider"));
        return comingBack.with(
                call, OidcMethod.ID, call.query("state").orElse(""), Map.copyOf(answer));
    }

    /**
     * A form that another site posts comes without the cookies by which a browser is known
     * (SameSite=Lax), so it is sent once more, as a navigation.
     */
    private static Reply again(Call call) {
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, JsonNode> field : call.body().properties()) {
            boolean meant = KNOWN.contains(field.getKey()) || field.getKey().equals("state");
            if (meant && field.getValue().isString()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(field.getKey())
                        .append('=')
                        .append(encoded(field.getValue().stringValue()));
            }
        }
        return Reply.seeOther("/" + CALLBACK + "/" + encoded(call.path("provider")) + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
