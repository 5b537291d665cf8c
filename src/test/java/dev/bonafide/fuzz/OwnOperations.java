package dev.bonafide.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
        all.add(Operation.own("GET", "/self-service/settings", "flow"));
        all.add(Operation.own("GET", "/admin/projections"));
        for (String act : List.of("resume", "rebuild")) {
            all.add(Operation.own("POST", "/admin/projections/{name}/" + act));
        }
        String callback = "/self-service/methods/oidc/callback";
        for (String method : List.of("GET", "POST")) {
            for (String place : List.of("", "/{provider}")) {
                all.add(Operation.own(method, callback + place, "state", "code", "iss", "error"));
            }
        }
        all.addAll(whoami());
        all.addAll(pages());
        return all;
    }

    private static List<Operation> pages() {
        List<Operation> all = new ArrayList<>();
        for (String kind : List.of("login", "registration", "settings")) {
            all.add(Operation.own("GET", "/ui/" + kind, "flow", "return_to", "aal", "refresh"));
        }
        all.add(Operation.own("GET", "/ui/error", "id"));
        for (String page : List.of("", "ui/sessions", "ui/logout", "ui/page.css", "ui/page.js")) {
            all.add(Operation.own("GET", "/" + page));
        }
        all.add(Operation.own("POST", "/ui/sessions"));
        return all;
    }

    /** Contract clause 6.1: it answers every verb. */
    private static List<Operation> whoami() {
        return Stream.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS")
                .map(method -> Operation.own(method, "/sessions/whoami"))
                .toList();
    }
}
