package dev.bonafide.flow.registration;

import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.flow.Traits;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.Node;
import dev.bonafide.method.RegistrationPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods that a registration offers, and where their nodes stand. */
record RegistrationMethods(List<AuthenticationMethod> all, ProvenMemory proven, Traits traits) {
    /** After something was proven, nothing but its method. */
    private List<AuthenticationMethod> offered(Flow flow) {
        List<AuthenticationMethod> usual =
                all.stream()
                        .filter(method -> method.enabled() && method.registration().isPresent())
                        .sorted(Comparator.comparingInt(method -> part(method).rank()))
                        .toList();
        return usual.stream()
                .filter(method -> proven(flow, method) != null)
                .findFirst()
                .map(List::of)
                .orElse(usual);
    }

    boolean anyProven(Flow flow) {
        return offered(flow).stream().anyMatch(method -> proven(flow, method) != null);
    }

    /** Of those that bring traits along, until they have. */
    List<Node> beforeTraits(Flow flow) {
        return offered(flow).stream()
                .filter(method -> first(flow, method))
                .flatMap(method -> part(method).nodes(context(flow, method)).stream())
                .toList();
    }

    private boolean first(Flow flow, AuthenticationMethod method) {
        return part(method).beforeTraits() && proven(flow, method) == null;
    }

    /**
     * Traits first, methods then. As Kratos sorts them, the field of a method that comes right
     * after the traits stands behind the first of these if it belongs to the login name.
     */
    List<Node> withCredentials(Flow flow, List<Node> traits) {
        List<AuthenticationMethod> after =
                offered(flow).stream().filter(method -> !first(flow, method)).toList();
        List<Node> nodes = new ArrayList<>(traits);
        after.forEach(method -> nodes.addAll(part(method).nodes(context(flow, method))));
        if (!traits.isEmpty() && !after.isEmpty() && part(after.getFirst()).besideLoginName()) {
            nodes.add(1, nodes.remove(traits.size()));
        }
        return nodes;
    }

    /**
     * Who sends both steps at once is told in the first what is wrong with a field of the second:
     * Kratos shows that one bare. One that hides what is typed hides it here, too.
     */
    List<Node> withFaults(Flow flow, List<Node> traits) {
        List<Node> nodes = new ArrayList<>(traits);
        all.stream()
                .filter(method -> method.id().value().equals(flow.active()))
                .filter(method -> method.registration().isPresent())
                .flatMap(method -> part(method).nodes(context(flow, method)).stream())
                .filter(node ->
                        flow.says().stream().anyMatch(said -> node.name().equals(said.node())))
                .forEach(node -> nodes.add(Math.min(1, nodes.size()), bare(node)));
        return nodes;
    }

    private static Node bare(Node node) {
        return Node.input("default", node.name(), String.valueOf(node.attributes().get("type")));
    }

    private static RegistrationPart part(AuthenticationMethod method) {
        return method.registration().orElseThrow();
    }

    private @Nullable String proven(Flow flow, AuthenticationMethod method) {
        return proven.of(flow, method.id());
    }

    private RegistrationPart.Context context(Flow flow, AuthenticationMethod method) {
        return new RegistrationPart.Context(
                flow.ofBrowser(),
                FlowMemory.noted(flow, method.id().value()),
                traits.displayField(method.id()),
                proven(flow, method));
    }
}
