package dev.bonafide.flow.registration;

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
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import dev.bonafide.method.RegistrationPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Begins registration flows and shows them as they are now. */
final class RegistrationFlows {
    /** The pseudo-method under which a flow keeps the traits of its first step. */
    static final String PROFILE = "profile";

    /** What was typed last, right or wrong, to be shown again. */
    private static final String TYPED = "typed";

    private final Flows flows;
    private final FlowMemory memory;
    private final Setting<FlowSettings> settings;
    private final List<AuthenticationMethod> methods;
    private final Sources sources;

    RegistrationFlows(
            Flows flows,
            FlowMemory memory,
            Setting<FlowSettings> settings,
            List<AuthenticationMethod> methods,
            Sources sources) {
        this.flows = flows;
        this.memory = memory;
        this.settings = settings;
        this.methods = List.copyOf(methods);
        this.sources = sources;
    }

    /** Time, chance, and the schema's forms. */
    record Sources(Clock clock, Entropy entropy, Traits traits) {}

    /**
     * Begins one. The id of the identity that will be is decided now, so that what waits can be
     * sealed under its key.
     */
    Flow begin(String url, @Nullable String returnTo, @Nullable String browser) {
        return flows.create(made(url, returnTo, browser));
    }

    /** A flow like this one, for when it is over; it says why, if there is something to say. */
    Flow again(Flow over, @Nullable String browser, @Nullable Message said) {
        Flow flow = made(over.asked().requestUrl(), over.asked().returnTo(), browser);
        return flows.create(said == null ? flow : flow.saying(null, said));
    }

    private Flow made(String url, @Nullable String returnTo, @Nullable String browser) {
        Instant now = sources.clock().now();
        Asked asked =
                new Asked(
                        url,
                        returnTo,
                        Aal.AAL1,
                        false,
                        now,
                        now.plus(settings.get().registration().lifespan()));
        Bound bound = new Bound(null, sources.entropy().timeOrderedUuid(now), browser);
        Flow flow =
                Flow.begin(
                        new FlowId(sources.entropy().uuid()), Flow.Kind.REGISTRATION, asked, bound);
        for (AuthenticationMethod method : methods) {
            RegistrationPart part = method.enabled() ? method.registration().orElse(null) : null;
            if (part != null) {
                flow = renewed(flow, method, part);
            }
        }
        return flow;
    }

    /** The method remembers anew: what it asked for is used up. */
    Flow renewed(Flow flow, AuthenticationMethod method, RegistrationPart part) {
        return part.remember(sources.clock().now())
                .map(text -> FlowMemory.note(flow, method.id().value(), text))
                .orElse(flow);
    }

    /** The flow to be shown, in which nothing that a method remembers is too old to serve. */
    Flow current(Flow flow) {
        Instant now = sources.clock().now();
        Flow fresh = flow;
        for (AuthenticationMethod method : methods) {
            String memory = FlowMemory.noted(fresh, method.id().value());
            RegistrationPart part = memory == null ? null : method.registration().orElse(null);
            if (part != null && memory != null && !part.lasts(memory, now)) {
                fresh = flows.update(fresh, kept -> renewed(kept, method, part));
            }
        }
        return fresh;
    }

    /** The traits of the first step, if it was taken. */
    Optional<ObjectNode> waiting(Flow flow) {
        return recalled(flow, PROFILE);
    }

    private Optional<ObjectNode> recalled(Flow flow, String what) {
        return Optional.ofNullable(memory.recall(flow, what))
                .map(text -> (ObjectNode) Json.mapper().readTree(text));
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    Flow keep(Flow flow, ObjectNode traits) {
        return flow.remembering(PROFILE, memory.seal(flow, PROFILE, traits.toString()));
    }

    /** The same flow, to show the traits again that were typed into it. */
    Flow typed(Flow flow, ObjectNode traits) {
        return flow.remembering(TYPED, memory.seal(flow, TYPED, traits.toString()));
    }

    /** What was typed last; an empty object for nothing. */
    ObjectNode typed(Flow flow) {
        return recalled(flow, TYPED).or(() -> waiting(flow)).orElseGet(RegistrationFlows::nothing);
    }

    /** What somebody has proven who is not registered yet. */
    ProvenMemory proven() {
        return new ProvenMemory(memory, sources.clock());
    }

    private RegistrationMethods offers() {
        return new RegistrationMethods(methods, proven(), sources.traits());
    }

    /** The flow as it is now; {@code csrf} is of the form that is answered, "" for none. */
    FlowView view(Flow flow, String csrf) {
        RegistrationMethods offers = offers();
        List<Node> nodes = new ArrayList<>(offers.beforeTraits(flow));
        nodes.add(Node.csrf(csrf));
        boolean proven = offers.anyProven(flow);
        Optional<ObjectNode> waiting = proven ? Optional.empty() : waiting(flow);
        if (waiting.isPresent()) {
            List<Node> kept = hidden(sources.traits().nodes("default", waiting.get()));
            nodes.addAll(offers.withCredentials(flow, kept));
            nodes.add(Node.submit(PROFILE, "screen", "previous", RegistrationMessages.back()));
        } else {
            List<Node> traits = sources.traits().nodes("default", typed(flow));
            nodes.addAll(
                    unified() || proven
                            ? offers.withCredentials(flow, traits)
                            : followedBy(next(), offers.withFaults(flow, traits)));
        }
        Form form = new Form(nodes).say(flow.says(), flow.active());
        if (waiting.isPresent() && flow.says().isEmpty()) {
            form.say(RegistrationMessages.chooseCredential());
        }
        String action = settings.get().link("self-service/registration?flow=" + flow.id());
        return new FlowView(flow, form.ui(action), Map.of());
    }

    List<AuthenticationMethod> methods() {
        return methods;
    }

    /** Whether everything is asked for at once. */
    boolean unified() {
        return settings.get().registration().unified();
    }

    private static Node next() {
        return Node.submit(PROFILE, "method", PROFILE, RegistrationMessages.signUp());
    }

    private static List<Node> hidden(List<Node> nodes) {
        return nodes.stream().map(node -> node.with("type", "hidden")).toList();
    }

    private static List<Node> followedBy(Node last, List<Node> traits) {
        List<Node> nodes = new ArrayList<>(traits);
        nodes.add(last);
        return nodes;
    }
}
