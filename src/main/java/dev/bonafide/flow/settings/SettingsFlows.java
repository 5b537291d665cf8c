package dev.bonafide.flow.settings;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Flow.Asked;
import dev.bonafide.flow.Flow.Bound;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.FlowView;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Form;
import dev.bonafide.flow.Traits;
import dev.bonafide.http.Json;
import dev.bonafide.identity.IdentityJson;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;
import dev.bonafide.method.Node;
import dev.bonafide.method.SettingsPart;
import dev.bonafide.session.Presented;
import dev.bonafide.session.Recovered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Begins settings flows and shows them as they are now. */
final class SettingsFlows {
    /** Not a method of authentication: the form of the traits. */
    static final String PROFILE = "profile";

    private final Flows flows;
    private final FlowMemory memory;
    private final Setting<FlowSettings> settings;
    private final List<AuthenticationMethod> methods;
    private final Sources sources;

    SettingsFlows(
            Flows flows,
            FlowMemory memory,
            Setting<FlowSettings> settings,
            List<AuthenticationMethod> methods,
            Sources sources) {
        this.flows = flows;
        this.memory = memory;
        this.settings = settings;
        this.methods =
                methods.stream()
                        .filter(method -> method.settings().isPresent())
                        .sorted(
                                Comparator.comparingInt(
                                        method -> method.settings().orElseThrow().rank()))
                        .toList();
        this.sources = sources;
    }

    /** Time, chance, the schema's forms, and how an identity is written. */
    record Sources(Clock clock, Entropy entropy, Traits traits, IdentityJson identities) {}

    /**
     * Begins one, with what each method wants to remember from the start, such as a secret not
     * confirmed.
     */
    Flow begin(Wanted wanted, Presented session, Person person) {
        Flow flow = made(wanted, Bound.to(session.session(), session.identity()));
        for (AuthenticationMethod method : methods) {
            if (method.enabled() && serves(method.settings().orElseThrow(), flow)) {
                flow = renewed(flow, method, person);
            }
        }
        return flows.create(flow);
    }

    /**
     * What a settings flow is begun for.
     *
     * @param browser that begins it; null for an API client
     * @param said what is to be told at once; null for nothing
     */
    record Wanted(
            String url,
            @Nullable String returnTo,
            @Nullable String browser,
            @Nullable Message said) {}

    private Flow made(Wanted wanted, Bound bound) {
        Instant now = sources.clock().now();
        Asked asked =
                new Asked(
                        wanted.url(),
                        wanted.returnTo(),
                        Aal.AAL1,
                        false,
                        now,
                        now.plus(settings.get().settings().lifespan()));
        Flow flow =
                Flow.begin(
                        new FlowId(sources.entropy().uuid()),
                        Flow.Kind.SETTINGS,
                        asked,
                        bound.in(wanted.browser()));
        return wanted.said() == null ? flow : flow.saying(null, wanted.said());
    }

    /** What the method remembers from here on, as at the beginning. */
    Flow renewed(Flow flow, AuthenticationMethod method, Person person) {
        String name = method.id().value();
        return method.settings()
                .flatMap(part -> part.begin(person))
                .map(text -> flow.remembering(name, memory.seal(flow, name, text)))
                .orElseGet(() -> flow.remembering(name, null));
    }

    /** The same flow, to show the traits again that were typed and could not be saved. */
    Flow typed(Flow flow, ObjectNode traits) {
        return flow.remembering(PROFILE, memory.seal(flow, PROFILE, traits.toString()));
    }

    /** As they were typed wrong last, to the session that did; else as they are. */
    private ObjectNode traits(Flow flow, Viewer viewer) {
        boolean wrong =
                PROFILE.equals(flow.active())
                        && !flow.says().isEmpty()
                        && flow.bound().isOf(viewer.session().session());
        String typed = wrong ? memory.recall(flow, PROFILE) : null;
        return typed == null
                ? viewer.person().traits()
                : (ObjectNode) Json.mapper().readTree(typed);
    }

    Flow keep(Flow flow, AuthenticationMethod method, String text) {
        String name = method.id().value();
        return flow.remembering(name, memory.seal(flow, name, text));
    }

    /**
     * What is pending belongs to the session that began it; another session of the same identity
     * sees the method without.
     */
    SettingsPart.Context context(
            Flow flow, AuthenticationMethod method, Person person, SessionId session) {
        String text = flow.bound().isOf(session) ? memory.recall(flow, method.id().value()) : null;
        return new SettingsPart.Context(person, text, flow.ofBrowser());
    }

    /** The flow to be shown, in which nothing that a method remembers is too old to serve. */
    Flow current(Flow flow, Viewer viewer) {
        Flow fresh = flow;
        for (AuthenticationMethod method : methods) {
            if (method.enabled() && outlived(fresh, method, viewer)) {
                fresh = flows.update(fresh, kept -> renewed(kept, method, viewer.person()));
            }
        }
        return fresh;
    }

    private boolean outlived(Flow flow, AuthenticationMethod method, Viewer viewer) {
        String memory = context(flow, method, viewer).memory();
        return memory != null
                && !method.settings().orElseThrow().lasts(memory, sources.clock().now());
    }

    /** The flow as this session may see it; {@code csrf} is of the form that is answered. */
    FlowView view(Flow flow, Viewer viewer, String csrf) {
        Person person = viewer.person();
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.csrf(csrf));
        if (profileOn() && !viewer.recovered()) {
            nodes.addAll(sources.traits().nodes(PROFILE, traits(flow, viewer)));
            nodes.add(Node.submit(PROFILE, "method", PROFILE, Messages.saveButton()));
        }
        List<Node> answers = new ArrayList<>();
        for (AuthenticationMethod method : methods) {
            SettingsPart part = method.settings().orElseThrow();
            if (method.enabled() && serves(part, flow)) {
                SettingsPart.Context context = context(flow, method, viewer);
                (part.answers(context) ? answers : nodes)
                        .addAll(viewer.recovered() ? part.restoring(context) : part.nodes(context));
            }
        }
        nodes.addAll(answers);
        Form form = new Form(nodes).say(flow.says(), flow.active());
        String action = settings.get().link("self-service/settings?flow=" + flow.id());
        return new FlowView(
                flow, form.ui(action), Map.of("identity", sources.identities().of(person)));
    }

    private SettingsPart.Context context(Flow flow, AuthenticationMethod method, Viewer viewer) {
        return context(flow, method, viewer.person(), viewer.session().session());
    }

    /** Who sees a flow: pending secrets belong to one session. */
    record Viewer(Person person, Presented session) {
        boolean recovered() {
            return Recovered.is(session.standing());
        }
    }

    /** Whether flows of this client have it. */
    static boolean serves(SettingsPart part, Flow flow) {
        return flow.ofBrowser() || part.servesApiClients();
    }

    /** Whether traits can be changed here. */
    boolean profileOn() {
        return settings.get().profile().enabled();
    }

    /** Those that have settings, in the order of the page. */
    List<AuthenticationMethod> methods() {
        return methods;
    }
}
