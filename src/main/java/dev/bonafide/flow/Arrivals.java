package dev.bonafide.flow;

import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.ComingBack;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where everybody comes back who left a flow. Checked here, for all kinds of flows: that the flow
 * is this browser's, and that the journey is on and not over (OI-02, OI-10).
 */
public final class Arrivals implements ComingBack {
    private final Flows flows;
    private final Journeys journeys;
    private final Desk desk;
    private final Supplier<List<AuthenticationMethod>> methods;
    private final Supplier<List<Arrival>> arrivals;

    /** The suppliers: methods need this before they exist. */
    public Arrivals(
            Flows flows,
            Journeys journeys,
            Desk desk,
            Supplier<List<AuthenticationMethod>> methods,
            Supplier<List<Arrival>> arrivals) {
        this.flows = flows;
        this.journeys = journeys;
        this.desk = desk;
        this.methods = methods;
        this.arrivals = arrivals;
    }

    @Override
    public Reply with(Call call, MethodId method, String state, Map<String, String> answer) {
        Flow flow =
                Journeys.named(state)
                        .flatMap(named -> flows.find(named.kind(), named.id()))
                        .orElse(null);
        if (flow == null) {
            return desk.answers().to(desk.visits().of(call, null), visit -> strange());
        }
        return desk.answers()
                .to(
                        desk.visits().of(call, flow),
                        visit -> back(visit, flow, method, new Brought(state, answer)));
    }

    private record Brought(String state, Map<String, String> answer) {}

    private Outcome back(Visit visit, Flow flow, MethodId method, Brought brought) {
        if (!flow.ofBrowser()) {
            throw stranger();
        }
        CrossSite.requireBrowserOf(visit, flow);
        String memory = journeys.end(flow, method, brought.state()).orElseThrow(Arrivals::stranger);
        Arrived arrived = new Arrived(method(method), memory, brought.answer());
        return arrivals.get().stream()
                .filter(arrival -> arrival.kind() == flow.kind())
                .findFirst()
                .orElseThrow(Arrivals::stranger)
                .back(visit, flow, arrived);
    }

    private AuthenticationMethod method(MethodId id) {
        return methods.get().stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static Outcome strange() {
        throw stranger();
    }

    private static Problem stranger() {
        return Problem.badRequest(
                "This answer belongs to no sign-in that waits for one: it was used before, came too late, or was asked for elsewhere. Please try again.");
    }
}
