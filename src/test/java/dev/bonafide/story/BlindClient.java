package dev.bonafide.story;

import java.time.Duration;
import java.util.Map;

/**
 * Somebody who wants one thing done and follows whatever they are told, without understanding it:
 * fills in the form that they see with what they have, and tries again.
 */
final class BlindClient {
    private static final String HOME = "http://localhost:4433/";
    private static final String REFRESH = "?refresh=true";

    /** More hops than any way has; a circle would use them up. */
    private static final int HOPS = 12;

    private final TestServer server;
    private final SettingsScene scene;
    private final Seat seat;
    private final Way way;

    BlindClient(TestServer server, SettingsScene scene, Way way) {
        this.server = server;
        this.scene = scene;
        this.seat = scene.seat();
        this.way = way;
    }

    /** What it does when it is refused. */
    enum Way {
        /** Begins a login with {@code refresh=true}, the only parameter that it knows. */
        REFRESHES,
        /** Goes where it is led. */
        FOLLOWS
    }

    /** How often it submitted until it was done. */
    int does(SettingsAct act) {
        for (int submits = 1; submits <= HOPS; submits++) {
            if (tried(act)) {
                return submits;
            }
            server.clock().forward(Duration.ofSeconds(15));
        }
        throw new AssertionError("goes round in circles");
    }

    private boolean tried(SettingsAct act) {
        Answer begun = seat.init("settings", "");
        Answer form = page(begun) ? seat.form("settings", Browser.flowIn(begun.place())) : begun;
        Answer answer = form.form() ? seat.submit("settings", form, act.sent(scene)) : begun;
        if (!done(act) && !answer.form()) {
            goesOn(answer);
        }
        return done(act);
    }

    private static boolean page(Answer answer) {
        return answer.place().contains("/ui/settings?flow=");
    }

    private boolean done(SettingsAct act) {
        return server.http()
                .admin("GET", "/admin/audit/events?identity=" + scene.member().id(), "")
                .body()
                .contains('"' + act.writes() + '"');
    }

    private void goesOn(Answer refused) {
        String place = refused.place() + refused.at("redirect_browser_to");
        if (way == Way.FOLLOWS && !place.isEmpty()) {
            follows(place);
            return;
        }
        if (refused.status() == 401) {
            seat.leaves();
        }
        proves(seat.opened("login", REFRESH));
    }

    private void follows(String first) {
        String place = first;
        for (int hops = 0; hops < HOPS && place.startsWith(HOME + "self-service/"); hops++) {
            Answer answer = seat.browser().page(place.substring(HOME.length() - 1));
            place = answer.place();
            if (place.startsWith(HOME + "ui/login?flow=")) {
                place = typed(seat.browser().flow("login", Browser.flowIn(place))).place();
            }
        }
        if (place.startsWith(HOME + "self-service/")) {
            throw new AssertionError("led round in circles to " + place);
        }
    }

    private Answer typed(Answer form) {
        return seat.browser().submit("login", form.at("id"), filled(form));
    }

    private void proves(Answer form) {
        seat.keeps(seat.submit("login", form, filled(form)));
    }

    /** With whatever of theirs the form asks for. */
    private Map<String, String> filled(Answer form) {
        if (form.nodes().contains("password")) {
            return Map.of(
                    "method",
                    "password",
                    "identifier",
                    scene.member().email(),
                    "password",
                    Member.PASSWORD);
        }
        if (form.nodes().contains("totp_code")) {
            server.clock().forward(Duration.ofSeconds(30));
            String code = AuthenticatorApp.code(Member.TOTP, server.clock().now());
            return Map.of("method", "totp", "totp_code", code);
        }
        throw new AssertionError("asks for nothing that they have: " + form.nodes());
    }
}
