package dev.bonafide.ui;

import dev.bonafide.http.Route;
import dev.bonafide.http.Route.Immediate;
import dev.bonafide.http.Routes;
import java.util.List;

/** The style sheet and the script of all pages. */
final class Assets implements Routes {
    private final Asset style = Asset.of("page.css", "text/css; charset=utf-8");
    private final Asset script = Asset.of("page.js", "text/javascript; charset=utf-8");

    /** Public for the templates, as is the next. */
    public Asset style() {
        return style;
    }

    public Asset script() {
        return script;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/ui/page.css", (Immediate) call -> style.reply()),
                Route.open("GET", "/ui/page.js", (Immediate) call -> script.reply()));
    }
}
