package dev.bonafide.method.fido;

import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import java.util.List;

/** Where the script is read. */
final class KeyScriptRoutes implements Routes {
    @Override
    public List<Route> routes() {
        return List.of(Route.open("GET", "/" + KeyScript.PATH, call -> reply()));
    }

    private static Reply reply() {
        return new Reply(
                200,
                List.of(new Reply.Header("Content-Type", "text/javascript; charset=utf-8")),
                KeyScript.TEXT);
    }
}
