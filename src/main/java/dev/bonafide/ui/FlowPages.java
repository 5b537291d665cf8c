package dev.bonafide.ui;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.PageUrls;
import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.session.Presented;
import dev.bonafide.ui.form.ShownFlow;
import dev.bonafide.ui.text.Hints;
import dev.bonafide.ui.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The page of each kind of flow. Without a flow, or with one that is over, a new one is begun; one
 * that belongs to another browser is refused in words, because beginning anew would go round in
 * circles where cookies are off.
 */
final class FlowPages implements Routes {
    private static final List<String> KINDS = List.of("login", "registration", "settings");

    /** What a new flow is begun with. */
    private static final List<String> KEPT = List.of("return_to", "aal", "refresh");

    private final PublicApi api;
    private final Writer writer;
    private final Setting<PageUrls> urls;
    private final Caller caller;
    private final Showing showing;

    FlowPages(
            PublicApi api, Writer writer, Setting<PageUrls> urls, Caller caller, Showing showing) {
        this.api = api;
        this.writer = writer;
        this.urls = urls;
        this.caller = caller;
        this.showing = showing;
    }

    /** How what is found is shown. */
    record Showing(Hints hints, Timelines timelines) {}

    @Override
    public List<Route> routes() {
        return KINDS.stream()
                .map(kind ->
                        Route.open(
                                "GET", "/ui/" + kind, writer.forPeople(call -> page(kind, call))))
                .toList();
    }

    private Reply page(String kind, Call call) {
        Pages.require(urls.get().builtIn(kind));
        Optional<String> flow = call.query("flow");
        if (flow.isEmpty()) {
            return anew(kind, call);
        }
        try {
            var answered =
                    api.get(call, "/self-service/" + kind + "/flows", Map.of("id", flow.get()));
            return Pages.with(answered.cookies(), shown(kind, call, answered.json()));
        } catch (Problem problem) {
            return refused(kind, call, problem);
        }
    }

    private Reply shown(String kind, Call call, JsonNode flow) {
        Texts texts = writer.texts(call);
        Optional<Presented> session = caller.session(call);
        Map<String, Object> model = new HashMap<>();
        ShownFlow shown = ShownFlow.of(flow, texts, showing.hints());
        model.put("flow", shown);
        model.put("kind", kind);
        model.put("title", texts.word(title(kind, flow)));
        model.put("timeline", timeline(kind, session, texts));
        model.put("links", links(kind, flow, !shown.account().isEmpty()));
        return writer.page(200, "flow", call, session.isPresent(), model);
    }

    private Timelines.Timeline timeline(String kind, Optional<Presented> session, Texts texts) {
        return session.filter(any -> kind.equals("settings"))
                .map(presented -> showing.timelines().of(presented.standing(), texts))
                .orElse(Timelines.Timeline.NONE);
    }

    private static String title(String kind, JsonNode flow) {
        boolean second = flow.path("requested_aal").asString("").equals("aal2");
        boolean again = flow.path("refresh").asBoolean(false);
        return "title." + kind + (second ? ".second" : again ? ".again" : "");
    }

    /**
     * Where else one may want to go: keys of texts and addresses.
     *
     * @param settled whether the form is of an account that can't be changed in it
     */
    private List<Link> links(String kind, JsonNode flow, boolean settled) {
        String other = kind.equals("login") ? "registration" : "login";
        boolean first = title(kind, flow).equals("title." + kind);
        if (kind.equals("settings") || !first || !api.has("GET", init(other))) {
            return List.of();
        }
        String back = flow.path("return_to").asString("");
        Link there = new Link("link." + other, path(other, Map.of("return_to", back)));
        return settled && kind.equals("login")
                ? List.of(new Link("link.another", path(kind, Map.of("return_to", back))), there)
                : List.of(there);
    }

    /** A link with the key of its text. */
    record Link(String text, String address) {}

    private Reply refused(String kind, Call call, Problem problem) {
        String leads = problem.leads();
        if (leads != null) {
            return Reply.seeOther(leads);
        }
        return switch (problem.status()) {
            case 404, 410 -> anew(kind, call);
            case 401 -> Reply.seeOther(path("login", Map.of("return_to", address(kind))));
            case 403 -> foreign(kind, call, problem);
            default -> throw problem;
        };
    }

    private Reply foreign(String kind, Call call, Problem problem) {
        if (call.acceptsJson()) {
            throw problem;
        }
        Map<String, Object> model =
                Map.of(
                        "key",
                        "foreign",
                        "status",
                        403,
                        "reason",
                        "",
                        "again",
                        path(kind, Map.of()));
        return writer.page(403, "error", call, caller.session(call).isPresent(), model);
    }

    private Reply anew(String kind, Call call) {
        Map<String, String> kept = new HashMap<>();
        KEPT.forEach(name -> call.query(name).ifPresent(value -> kept.put(name, value)));
        return Reply.seeOther(path(kind, kept));
    }

    private String address(String kind) {
        return urls.get().of(kind).toString();
    }

    private String path(String kind, Map<String, String> query) {
        return Pages.query(urls.get().path(init(kind).substring(1)), query);
    }

    private static String init(String kind) {
        return "/self-service/" + kind + "/browser";
    }
}
