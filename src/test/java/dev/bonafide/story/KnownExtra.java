package dev.bonafide.story;

import java.util.List;

/**
 * What Kratos answers although its API description does not say so.
 *
 * @param route a pattern of the whole path, without the query
 * @param complaint what the validator says of it
 * @param clause where the behavioural contract says it
 */
record KnownExtra(String route, int status, String complaint, String clause) {
    private static final String PROVES = "/self-service/(login|registration)";
    private static final String READ = "/self-service/[a-z]+/flows";
    private static final String LIST = "/admin/(sessions|identities/[^/]+/sessions)";
    private static final String READY = "/health/ready";
    private static final String IMPAIRED = "not allowed by the schema: [\"impaired\"]";
    private static final String WHOAMI = "/sessions/whoami";
    private static final String SUBMIT = "/self-service/[a-z]+";
    private static final String SETTINGS = "/self-service/settings";
    private static final String FORM = "/self-service/[a-z]+(/flows)?";
    private static final String AAL_ASKED = "/sessions(/whoami)?|/self-service/settings.*";
    private static final String REDIRECT = "not allowed by the schema: [\"redirect_browser_to\"]";
    private static final String SCRIPT = "/\\.well-known/ory/webauthn\\.js";
    private static final String OVER = "schema: [\"expired_at\",\"since\",\"use_flow_id\"]";

    private static final List<KnownExtra> ALL =
            List.of(
                    new KnownExtra(
                            PROVES, 200, "/continue_with'] Instance type (null)", "2.9, 4.1"),
                    new KnownExtra(PROVES, 200, "/session/identity'] Instance type (null)", "2.9"),
                    new KnownExtra(LIST, 200, "/identity'] Instance type (null)", "6.3"),
                    new KnownExtra(LIST, 200, "/devices'] Instance type (null)", "6.3"),
                    new KnownExtra(READ, 410, "by the schema: [\"api\"]", "1.8: details of a GET"),
                    new KnownExtra(READ, 410, "schema: [\"redirect_to\"", "1.8: details of a GET"),
                    new KnownExtra(FORM, 403, "[\"docs\",\"hint\",\"reject_reason\"]", "7.3"),
                    new KnownExtra(SUBMIT, 422, "schema: [\"code\"", "1.8: an error's own keys"),
                    new KnownExtra(SUBMIT, 422, "properties ([\"error\"])", "1.8"),
                    new KnownExtra(SETTINGS, 303, "operation not allowed", "3.2: resumes"),
                    new KnownExtra(AAL_ASKED, 403, REDIRECT, "1.7 and 0.2"),
                    new KnownExtra(SUBMIT, 410, OVER, "0.2"),
                    new KnownExtra(
                            SUBMIT, 400, "allowed by the schema: [\"error\"]", "0.2: no flow"),
                    new KnownExtra(SUBMIT, 400, "properties ([\"expires_at\"", "0.2: no flow"),
                    new KnownExtra(SCRIPT, 200, "not match any allowed types", "3.5: a script"),
                    new KnownExtra(READY, 200, IMPAIRED, "our own, admin listener alone"),
                    new KnownExtra(WHOAMI, 200, "operation not allowed", "6.1"),
                    new KnownExtra(WHOAMI, 405, "operation not allowed", "6.1"),
                    new KnownExtra(
                            WHOAMI, 200, "allowed by the schema: [\"active\"", "6.1: DELETE"),
                    new KnownExtra(WHOAMI, 200, "properties ([\"error\"])", "6.1: DELETE"));

    /** Routes that Kratos does not have. */
    static boolean ownRoute(String route) {
        return route.equals("/")
                || route.startsWith("/ui/")
                || route.startsWith("/admin/audit/")
                || route.startsWith("/admin/events/")
                || route.startsWith("/admin/projections")
                || route.startsWith("/metrics/")
                // Kratos has it, and its description leaves it out.
                || route.startsWith("/self-service/methods/oidc/callback")
                || route.matches("/admin/identities/[^/]+/guards/.*");
    }

    static boolean allows(String route, int status, String complaint) {
        return ALL.stream().anyMatch(known -> known.covers(route, status, complaint));
    }

    private boolean covers(String path, int code, String text) {
        return path.matches(route) && code == status && text.contains(complaint);
    }
}
