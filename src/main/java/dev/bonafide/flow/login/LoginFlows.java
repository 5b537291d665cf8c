package dev.bonafide.flow.login;

import static dev.bonafide.flow.login.NameFirst.FIELD;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Flow.Asked;
import dev.bonafide.flow.Flow.Bound;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.FlowView;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Form;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.LoginPart.Context;
import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import dev.bonafide.session.Presented;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins login flows and shows them as they are now. */
final class LoginFlows {
    private final Flows flows;
    private final Setting<FlowSettings> settings;
    private final LoginMethods methods;
    private final NameFirst nameFirst;
    private final Sources sources;

    LoginFlows(
            Flows flows,
            Setting<FlowSettings> settings,
            LoginMethods methods,
            NameFirst nameFirst,
            Sources sources) {
        this.flows = flows;
        this.settings = settings;
        this.methods = methods;
        this.nameFirst = nameFirst;
        this.sources = sources;
    }

    /** Time and chance, and what a form remembers. */
    record Sources(Clock clock, Entropy entropy, FlowMemory memory) {}

    /**
     * The same flow, to show the identifier again that was typed into it; where it was asked for
     * first, who sends none means that one.
     */
    Flow typed(Flow flow, String identifier) {
        if (!identifier.isEmpty()) {
            return flow.remembering(FIELD, sources.memory().seal(flow, FIELD, identifier));
        }
        return nameFirst.typed(flow) ? flow : untyped(flow);
    }

    /** The same flow without it, so that where it is asked for first, it is asked for again. */
    Flow untyped(Flow flow) {
        return NameFirst.back(flow.remembering(FIELD, null));
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
        return flows.create(methods.remembering(said == null ? flow : flow.saying(null, said)));
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

    /** In which situation a method is, with what it remembers. */
    Context context(Flow flow, AuthenticationMethod method) {
        return methods.context(flow, method);
    }

    /** The flow, in which the method remembers the text. */
    Flow remembering(Flow flow, String method, String text) {
        return methods.remembering(flow, method, text);
    }

    /** The method remembers anew: what it asked for is used up. */
    Flow renewed(Flow flow, AuthenticationMethod method, LoginPart part) {
        return methods.renewed(flow, method, part);
    }

    /** The flow to be shown, in which nothing that a method remembers is too old to serve. */
    Flow current(Flow flow) {
        Flow fresh = flow;
        for (AuthenticationMethod method : methods.offered(flow)) {
            if (!methods.lasts(fresh, method)) {
                LoginPart part = LoginMethods.part(method);
                fresh = flows.update(fresh, kept -> methods.renewed(kept, method, part));
            }
        }
        return fresh;
    }

    /** The flow as it is now; {@code csrf} is of the form that is answered, "" for none. */
    FlowView view(Flow flow, String csrf) {
        Form form = new Form(nodes(flow, csrf));
        LoginMessages.opening(flow, methods.reached(flow)).forEach(form::say);
        form.say(flow.says(), flow.active());
        Optional.ofNullable(sources.memory().recall(flow, FIELD))
                .ifPresent(typed -> form.echo(FIELD, typed));
        Map<String, Object> more = new LinkedHashMap<>();
        if (nameFirst.typed(flow)) {
            more.put("active", NameFirst.ID);
        }
        more.put("created_at", flow.asked().issuedAt());
        more.put("updated_at", flow.asked().issuedAt());
        more.put("refresh", flow.asked().refresh());
        more.put("requested_aal", flow.asked().requested().wire());
        String action = settings.get().link("self-service/login?flow=" + flow.id());
        return new FlowView(flow, form.ui(action), more);
    }

    private List<Node> nodes(Flow flow, String csrf) {
        return nameFirst.asks(flow) ? nameFirst.nodes(flow, csrf) : methods.nodes(flow, csrf);
    }

    List<AuthenticationMethod> methods() {
        return methods.all();
    }

    /** Those that this flow's form shows. */
    List<AuthenticationMethod> offered(Flow flow) {
        return methods.offered(flow);
    }
}
