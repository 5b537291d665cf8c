package dev.bonafide.audit.stream;

import dev.bonafide.http.Call;
import dev.bonafide.http.LogPosition;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.log.Epoch;
import dev.bonafide.log.Folds;
import java.util.List;
import java.util.Set;

/** The address of the stream, on the admin listener alone. */
final class StreamRoutes implements Routes {
    private static final String LAST = "Last-Event-ID";

    private final EventHub hub;
    private final Folds folds;
    private final String epoch;

    StreamRoutes(EventHub hub, Folds folds, Epoch epoch) {
        this.hub = hub;
        this.folds = folds;
        this.epoch = epoch.value();
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("GET", "/admin/events/stream", this::stream));
    }

    private Reply stream(Call call) {
        Set<String> types = call.query("types").map(StreamRoutes::types).orElse(Set.of());
        LogPosition from = from(call);
        if (hub.full()) {
            throw Problem.of(429, "Too many streams are open.").header("Retry-After", "30");
        }
        return Reply.feed("text/event-stream", hub.subscriber(from, types))
                .with("X-Accel-Buffering", "no");
    }

    private static Set<String> types(String text) {
        Set<String> types = Set.copyOf(List.of(text.split(",", -1)));
        if (!PublicSchema.types().containsAll(types)) {
            throw Problem.badRequest(
                    "The query parameter types must hold, with commas between them, some of: "
                            + String.join(", ", PublicSchema.types()));
        }
        return types;
    }

    /**
     * What the client has heard last; without that, from now on. A browser that comes back asks for
     * the same address as at first, so the header goes before the parameter.
     */
    private LogPosition from(Call call) {
        LogPosition head = new LogPosition(epoch, folds.strong());
        return call.header(LAST)
                .map(text -> LogPosition.parse(text, "header " + LAST))
                .or(() -> call.query("after").map(this::after))
                .map(asked -> asked.within(head))
                .orElse(head);
    }

    /** The position alone is enough for somebody who begins. */
    private LogPosition after(String text) {
        String whole = text.contains("-") ? text : epoch + "-" + text;
        return LogPosition.parse(whole, "query parameter after");
    }
}
