package dev.bonafide.flow.login;

import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.Factor;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.LoginPart.Context;
import dev.bonafide.method.Node;
import dev.bonafide.session.Offers;
import dev.bonafide.session.Sessions;
import dev.bonafide.session.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The methods of a login flow: which serve it, in which situation, and what they remember. */
final class LoginMethods {
    private final List<AuthenticationMethod> methods;
    private final People people;
    private final FlowMemory memory;
    private final Clock clock;

    LoginMethods(
            List<AuthenticationMethod> methods, People people, FlowMemory memory, Clock clock) {
        this.methods = List.copyOf(methods);
        this.people = people;
        this.memory = memory;
        this.clock = clock;
    }

    /** Whom a flow may be about. */
    record People(Directory directory, Sessions sessions, Offers offers) {}

    List<AuthenticationMethod> all() {
        return methods;
    }

    /** Those that are on and serve the level that the flow asks for, as the form shows them. */
    List<AuthenticationMethod> offered(Flow flow) {
        return methods.stream()
                .filter(AuthenticationMethod::enabled)
                .filter(method -> method.login().isPresent())
                .filter(method -> part(method).serves(flow.asked().requested()))
                .sorted(Comparator.comparingInt(method -> part(method).rank()))
                .toList();
    }

    static LoginPart part(AuthenticationMethod method) {
        return method.login().orElseThrow();
    }

    /** The session that the flow belongs to, as it is now. */
    Optional<Standing> standing(Flow flow) {
        UUID session = flow.bound().session();
        return session == null
                ? Optional.empty()
                : people.sessions().standing(new SessionId(session));
    }

    /** Whether that session has the level that is asked for. */
    boolean reached(Flow flow) {
        return standing(flow)
                .filter(found -> found.aal().atLeast(flow.asked().requested()))
                .isPresent();
    }

    /**
     * In which situation a method is, with what it remembers: the session and identity that the
     * flow belongs to, as they are now.
     */
    Context context(Flow flow, AuthenticationMethod method) {
        return context(flow).remembering(remembered(flow, method));
    }

    /** The same for any of them, before it remembers. */
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

    /** What all of them show at once. */
    List<Node> nodes(Flow flow, String csrf) {
        Context context = context(flow);
        List<Node> first = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.csrf(csrf));
        for (AuthenticationMethod method : offered(flow)) {
            (part(method).beforeFields() ? first : nodes)
                    .addAll(part(method).nodes(context.remembering(remembered(flow, method))));
        }
        first.addAll(nodes);
        return first;
    }

    /** What the method remembers; null for nothing. */
    @Nullable String remembered(Flow flow, AuthenticationMethod method) {
        return memory.recall(flow, method.id().value());
    }

    /**
     * The flow, in which the method of this id remembers the text: sealed, for it may hold the name
     * that somebody typed.
     */
    Flow remembering(Flow flow, String id, String text) {
        return flow.remembering(id, memory.seal(flow, id, text));
    }

    /** The method remembers anew: what it asked for is used up. */
    Flow renewed(Flow flow, AuthenticationMethod method, LoginPart part) {
        return part.remember(context(flow, method), clock.now())
                .map(text -> remembering(flow, method.id().value(), text))
                .orElse(flow);
    }

    /** What each method remembers at the beginning. */
    Flow remembering(Flow begun) {
        Flow flow = begun;
        for (AuthenticationMethod method : offered(begun)) {
            flow = renewed(flow, method, part(method));
        }
        return flow;
    }

    /** Whether nothing that the method remembers is too old to serve. */
    boolean lasts(Flow flow, AuthenticationMethod method) {
        String text = remembered(flow, method);
        return text == null || part(method).lasts(text, clock.now());
    }
}
