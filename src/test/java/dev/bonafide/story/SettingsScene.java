package dev.bonafide.story;

import dev.bonafide.session.SessionToken;
import java.util.LinkedHashSet;
import java.util.Set;

/** Somebody, the settings flow that they have begun, and the client that will submit to it. */
final class SettingsScene {
    private final TestServer server;
    private final Proving proving;
    private final SettingsState state;
    private final Seat seat;
    private final Member member;
    private final String second;
    private final String flow;
    private final Answer form;
    private SessionToken token;

    /** Time passes between this and {@link #settle}. */
    SettingsScene(TestServer server, SettingsAct act, SettingsState state, Manner manner) {
        this.server = server;
        this.proving = new Proving(server);
        this.state = state;
        this.seat = new Seat(server, manner);
        this.second = second(act);
        this.member = Member.created(server, methods(act));
        boolean strong = state.second() || act.needs().contains(second);
        token = strong ? proven("password", second) : proven(method(state.before().getFirst()));
        this.form = seat.opened("settings", "");
        this.flow = form.at("id");
        if (act.first() != null) {
            seat.submit("settings", form, act.first());
        }
        if (strong && !state.second()) {
            token = proven(method(state.before().getFirst()));
        }
    }

    static String second(SettingsAct act) {
        for (String needed : act.needs()) {
            if (SettingsRule.SECONDS.contains(needed)) {
                return needed;
            }
        }
        return act.method().equals("totp") ? "webauthn" : "totp";
    }

    private Set<String> methods(SettingsAct act) {
        Set<String> methods = new LinkedHashSet<>(act.needs());
        if (state.second()) {
            methods.add(second);
        }
        return methods;
    }

    private String method(String factor) {
        return switch (factor) {
            case "first" -> "password";
            case "second" -> second;
            default -> factor;
        };
    }

    private SessionToken proven(String... methods) {
        SessionToken begun = proving.begin(member.id(), methods[0]);
        for (int i = 1; i < methods.length; i++) {
            proving.further(member.id(), methods[i], begun);
        }
        seat.holds(begun.text(), proving.end());
        return begun;
    }

    /** Comes to be as the state says. */
    void settle() {
        switch (state.turn()) {
            case STAYS ->
                    state.since()
                            .forEach(factor -> proving.further(member.id(), method(factor), token));
            case LEAVES -> seat.leaves();
            case ANEW -> token = proven("password");
            case REPLACED -> proving.replacing(member.id(), second, token);
            case OTHER -> {
                Member other = Member.created(server, Set.of());
                SessionToken theirs = proving.begin(other.id(), "password");
                seat.holds(theirs.text(), proving.end());
            }
        }
    }

    Answer play(SettingsAct act) {
        return switch (act.name()) {
            case SettingsAct.INIT -> seat.init("settings", "");
            case SettingsAct.READ -> seat.look("settings", flow);
            default -> seat.submit("settings", form, act.sent(this));
        };
    }

    Manner manner() {
        return seat.manner();
    }

    Seat seat() {
        return seat;
    }

    Member member() {
        return member;
    }

    String flow() {
        return flow;
    }

    /** The form as it was begun. */
    Answer form() {
        return form;
    }

    /** What an app shows that was fed with the form's secret, where there is one. */
    String code() {
        return form.body().contains("totp_secret_key")
                ? AuthenticatorApp.code(form.totpSecret(), server.clock().now())
                : "123456";
    }
}
