package dev.bonafide.story;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table of all routes: a route that is built is entered here, or a test fails. */
final class BadQueries {
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final String PAGES = "?page_size=0 ?page_size=1001 ?page_size=x ?page_token=%21";
    private static final String FLOW = "- ?id=x ?id=%00 ?id=1-1-1-1-1 ?id=" + UNKNOWN;
    private static final String EVENTS =
            "?after=x ?after=-1 ?after=1-999999999 ?after=2-0 ?after=0&after=1 ?types=x ?types=,";
    private static final String AWAY = "?return_to=https://evil.example/ ?return_to=//evil.example";

    /** Each route with queries that it refuses; "" where no query can be wrong, - for none. */
    static final Map<String, String> ALL = new TreeMap<>();

    /** Those without any query. */
    private static final List<String> PLAIN =
            List.of(
                    "PUBLIC DELETE /self-service/logout/api",
                    "PUBLIC GET /self-service/logout/browser",
                    "PUBLIC GET /.well-known/change-password",
                    "PUBLIC GET /.well-known/ory/webauthn.js",
                    "PUBLIC GET /schemas/{id}",
                    "PUBLIC DELETE /sessions",
                    "PUBLIC DELETE /sessions/{id}",
                    "ADMIN GET /metrics/prometheus",
                    "ADMIN DELETE /admin/sessions/{id}",
                    "ADMIN PATCH /admin/sessions/{id}/extend",
                    "ADMIN POST /admin/sessions",
                    "ADMIN DELETE /admin/identities/{id}/sessions",
                    "ADMIN POST /admin/identities",
                    "ADMIN PATCH /admin/identities",
                    "ADMIN GET /admin/identities/by/external/{externalID}",
                    "ADMIN DELETE /admin/identities/{id}/credentials/{type}",
                    "ADMIN DELETE /admin/identities/{id}/guards/{method}",
                    "ADMIN GET /admin/projections",
                    "ADMIN POST /admin/projections/{name}/resume",
                    "ADMIN POST /admin/projections/{name}/rebuild");

    static {
        PLAIN.forEach(name -> ALL.put(name, ""));
        open();
        admin();
    }

    private BadQueries() {}

    private static void open() {
        ALL.put("PUBLIC GET /self-service/errors", FLOW);
        String shared = "/self-service/methods/oidc/callback";
        for (String callback : List.of(shared, shared + "/{provider}")) {
            ALL.put("PUBLIC GET " + callback, "- ?state=x ?state=%00 ?code=x&code=y");
            ALL.put("PUBLIC POST " + callback, "");
        }
        for (String listener : List.of("PUBLIC", "ADMIN")) {
            for (String path : List.of("/health/alive", "/health/ready", "/version")) {
                ALL.put(listener + " GET " + path, "");
            }
        }
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            ALL.put("PUBLIC " + method + " /sessions/whoami", "");
        }
        for (String kind : List.of("login", "registration", "settings")) {
            String path = " /self-service/" + kind;
            ALL.put("PUBLIC GET" + path + "/api", AWAY);
            ALL.put("PUBLIC GET" + path + "/browser", AWAY);
            ALL.put("PUBLIC GET" + path + "/flows", FLOW);
            ALL.put("PUBLIC POST" + path, FLOW.replace("?id", "?flow"));
        }
        ALL.put("PUBLIC GET /self-service/login/api", AWAY + " ?aal=aal3 ?aal=aal1&aal=aal2");
        ALL.put("PUBLIC GET /self-service/settings", FLOW.replace("?id", "?flow"));
        ALL.put("PUBLIC GET /self-service/logout", AWAY + " ?token=");
        pages();
        ALL.put("PUBLIC GET /schemas", "?page_size=0 ?page_size=x ?per_page=-1");
        ALL.put("PUBLIC GET /sessions", "?page_size=0 ?page_size=x ?per_page=-1");
    }

    private static void pages() {
        ALL.put("PUBLIC GET /ui/sessions", "");
        ALL.put("PUBLIC POST /ui/sessions", "");
        for (String page : List.of("", "ui/error", "ui/logout", "ui/page.css", "ui/page.js")) {
            ALL.put("PUBLIC GET /" + page, "");
        }
        for (String kind : List.of("login", "registration", "settings")) {
            ALL.put("PUBLIC GET /ui/" + kind, "?flow=x&flow=y");
        }
    }

    private static void admin() {
        ALL.put("ADMIN GET /admin/identities", PAGES + " ?ids=x ?consistency=none");
        ALL.put("ADMIN GET /admin/sessions", PAGES + " ?active=maybe ?expand=all");
        ALL.put("ADMIN GET /admin/sessions/{id}", "?expand=all");
        ALL.put("ADMIN GET /admin/identities/{id}/sessions", "?active=maybe ?page_size=0");
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            ALL.put("ADMIN " + method + " /admin/identities/{id}", "");
        }
        ALL.put("ADMIN GET /admin/audit/events", "?identity=x ?session=1-1-1-1-1 ?limit=0");
        ALL.put("ADMIN GET /admin/audit/sessions/{id}", "?at=now ?position=x");
        ALL.put("ADMIN GET /admin/events/stream", EVENTS);
    }
}
