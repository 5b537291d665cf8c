package dev.bonafide.flow.login;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Flow.Asked;
import dev.bonafide.flow.Flow.Bound;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.FlowView;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Form;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.Factor;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.LoginPart.Context;
import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import dev.bonafide.session.Offers;
import dev.bonafide.session.Presented;
import dev.bonafide.session.Sessions;
import dev.bonafide.session.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Begins login flows and shows them as they are now. */
final class LoginFlows {
    private static final String IDENTIFIER = "identifier";

    private final Flows flows;
    private final Setting<FlowSettings> settings;
    private final People people;
    private final List<AuthenticationMethod> methods;
    private final Sources sources;

    LoginFlows(
            Flows flows,
            Setting<FlowSettings> settings,
            People people,
            List<AuthenticationMethod> methods,
            Sources sources) {
        this.flows = flows;
        this.settings = settings;
        this.people = people;
        this.methods = List.copyOf(methods);
        this.sources = sources;
    }

    /** Whom a flow may be about. */
    record People(Directory directory, Sessions sessions, Offers offers) {}

    /** Time and chance, and what a form remembers. */
    record Sources(Clock clock, Entropy entropy, FlowMemory memory) {}

    /** The same flow, to show the identifier again that was typed into it. */
    Flow typed(Flow flow, String identifier) {
        return identifier.isEmpty()
                ? flow
                : flow.remembering(IDENTIFIER, sources.memory().seal(flow, IDENTIFIER, identifier));
    }

    /** The same flow without it. */
    Flow untyped(Flow flow) {
        return flow.remembering(IDENTIFIER, null);
    }

    /** Begins one; it belongs to the session, if there is one. */
    Flow begin(Wanted wanted, @Nullable Presented session) {
        return begin(wanted, session, null);
    }

    private Flow begin(Wanted wanted, @Nullable Presented session, @Nullable Message said) {
        Instant now = sources.clock().now();
        Asked asked =
                new Asked(
                        wanted.url(),
                        wanted.returnTo(),
                        wanted.requested(),
                        wanted.refresh(),
                        now,
                        now.plus(settings.get().login().lifespan()));
        Bound bound =
                session == null ? Bound.NOBODY : Bound.to(session.session(), session.identity());
        Flow flow =
                Flow.begin(
                        new FlowId(sources.entropy().uuid()),
                        Flow.Kind.LOGIN,
                        asked,
                        bound.in(wanted.browser()));
        return flows.create(remembering(said == null ? flow : flow.saying(null, said)));
    }

    /**
     * A flow like this one, for when it is over; it keeps its level and whether it is a refresh.
     */
    Flow again(
            Flow over,
            @Nullable Presented session,
            @Nullable String browser,
            @Nullable Message said) {
        Asked asked = over.asked();
        return begin(
                new Wanted(
                        asked.requestUrl(),
                        asked.returnTo(),
                        asked.requested(),
                        asked.refresh(),
                        browser),
                session,
                said);
    }

    /**
     * What a login flow is begun for.
     *
     * @param browser that begins it; null for an API client
     */
    record Wanted(
            String url,
            @Nullable String returnTo,
            Aal requested,
            boolean refresh,
            @Nullable String browser) {}

    /**
     * In which situation its methods are: the session and identity that it belongs to, as they are
     * now.
     */
    Context context(Flow flow) {
        Optional<Standing> standing = standing(flow);
        Person person =
                standing.flatMap(found -> people.directory().byId(found.identity().id()))
                        .orElse(null);
        Set<Lineage> lifting =
                standing.map(people.offers()::lifting).orElse(List.of()).stream()
                        .map(Factor::lineage)
                        .collect(Collectors.toUnmodifiableSet());
        return new Context(
                flow.asked().requested(),
                flow.asked().refresh(),
                person,
                lifting,
                flow.ofBrowser(),
                null);
    }

    /** The same for one method, with what it remembers. */
    Context context(Flow flow, AuthenticationMethod method) {
        return context(flow).remembering(FlowMemory.noted(flow, method.id().value()));
    }

    /** The method remembers anew: what it asked for is used up. */
    Flow renewed(Flow flow, AuthenticationMethod method, LoginPart part) {
        return part.remember(context(flow, method), sources.clock().now())
                .map(text -> FlowMemory.note(flow, method.id().value(), text))
                .orElse(flow);
    }

    /** What each method remembers at the beginning. */
    private Flow remembering(Flow begun) {
        Flow flow = begun;
        for (AuthenticationMethod method : offered(begun)) {
            flow = renewed(flow, method, method.login().orElseThrow());
        }
        return flow;
    }

    /** The flow to be shown, in which nothing that a method remembers is too old to serve. */
    Flow current(Flow flow) {
        Flow fresh = flow;
        for (AuthenticationMethod method : offered(flow)) {
            LoginPart part = method.login().orElseThrow();
            String memory = FlowMemory.noted(fresh, method.id().value());
            if (memory != null && !part.lasts(memory, sources.clock().now())) {
                fresh = flows.update(fresh, kept -> renewed(kept, method, part));
            }
        }
        return fresh;
    }

    private List<AuthenticationMethod> offered(Flow flow) {
        return methods.stream()
                .filter(AuthenticationMethod::enabled)
                .filter(method -> method.login().isPresent())
                .filter(method -> method.login().orElseThrow().serves(flow.asked().requested()))
                .sorted(Comparator.comparingInt(method -> method.login().orElseThrow().rank()))
                .toList();
    }

    private Optional<Standing> standing(Flow flow) {
        UUID session = flow.bound().session();
        return session == null
                ? Optional.empty()
                : people.sessions().standing(new SessionId(session));
    }

    /** The flow as it is now; {@code csrf} is of the form that is answered, "" for none. */
    FlowView view(Flow flow, String csrf) {
        Form form = new Form(nodes(flow, csrf));
        LoginMessages.opening(flow, reached(flow)).forEach(form::say);
        form.say(flow.says(), flow.active());
        Optional.ofNullable(sources.memory().recall(flow, IDENTIFIER))
                .ifPresent(typed -> form.echo(IDENTIFIER, typed));
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("created_at", flow.asked().issuedAt());
        more.put("updated_at", flow.asked().issuedAt());
        more.put("refresh", flow.asked().refresh());
        more.put("requested_aal", flow.asked().requested().wire());
        String action = settings.get().link("self-service/login?flow=" + flow.id());
        return new FlowView(flow, form.ui(action), more);
    }

    /** Whether the session that the flow belongs to has the level that is asked for. */
    private boolean reached(Flow flow) {
        return standing(flow)
                .filter(found -> found.aal().atLeast(flow.asked().requested()))
                .isPresent();
    }

    private List<Node> nodes(Flow flow, String csrf) {
        Context context = context(flow);
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.csrf(csrf));
        for (AuthenticationMethod method : offered(flow)) {
            String memory = FlowMemory.noted(flow, method.id().value());
            nodes.addAll(method.login().orElseThrow().nodes(context.remembering(memory)));
        }
        return nodes;
    }

    List<AuthenticationMethod> methods() {
        return methods;
    }
}
