package dev.bonafide.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Addresses that Kratos does not have, or that its description leaves out. */
final class OwnOperations {
    private OwnOperations() {}

    static List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        all.add(
                Operation.own(
                        "GET",
                        "/admin/audit/events",
                        "identity",
                        "session",
                        "type",
                        "after",
                        "limit"));
        all.add(Operation.own("GET", "/admin/audit/sessions/{id}", "at", "position"));
        all.add(Operation.own("GET", "/admin/events/stream", "after", "types"));
        all.add(Operation.own("DELETE", "/admin/identities/{id}/guards/{method}"));
        all.add(Operation.own("GET", "/metrics/prometheus"));
        for (String kind : List.of("login", "registration", "settings")) {
            all.add(Operation.own("GET", "/ui/" + kind, "flow", "return_to", "aal", "refresh"));
        }
        all.add(Operation.own("GET", "/ui/error", "id"));
        for (String page : List.of("", "ui/logout", "ui/page.css", "ui/page.js")) {
            all.add(Operation.own("GET", "/" + page));
        }
        // Contract clause 6.1: whoami answers every verb.
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            all.add(Operation.own(method, "/sessions/whoami"));
        }
        return all;
    }
}
