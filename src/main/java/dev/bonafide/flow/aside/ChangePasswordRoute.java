package dev.bonafide.flow.aside;

import dev.bonafide.flow.Destinations;
import dev.bonafide.flow.Flow;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import java.util.List;

/**
 * The W3C's "A Well-Known URL for Changing Passwords": leads to a settings flow, and so by its
 * page, whichever that is, or by the login before it.
 */
final class ChangePasswordRoute implements Routes {
    private final Destinations destinations;

    ChangePasswordRoute(Destinations destinations) {
        this.destinations = destinations;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open(
                        "GET",
                        "/.well-known/change-password",
                        call -> Reply.seeOther(destinations.beginning(Flow.Kind.SETTINGS, null))));
    }
}
