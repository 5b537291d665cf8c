package dev.bonafide.flow.login;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.kernel.Aal;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.IdentifierTitles;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.LoginPart.Context;
import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;
import dev.bonafide.method.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two forms of a login that asks for the identifier first ({@code
 * selfservice.flows.login.style}; contract clause 2.4). Who confirms or steps up has no identifier
 * to type, so such flows have the form that they always have.
 */
final class NameFirst {
    /** Kratos' name of the step; it is never a proof. */
    static final String ID = "identifier_first";

    static final String FIELD = "identifier";
    private static final String SEPARATOR = " ";

    private final Setting<FlowSettings> settings;
    private final LoginMethods methods;
    private final IdentifierTitles titles;

    NameFirst(Setting<FlowSettings> settings, LoginMethods methods, IdentifierTitles titles) {
        this.settings = settings;
        this.methods = methods;
        this.titles = titles;
    }

    /** Whether this flow has the two steps. */
    boolean asks(Flow flow) {
        return settings.get().login().identifierFirst()
                && flow.asked().requested() == Aal.AAL1
                && !flow.asked().refresh();
    }

    /** Whether the second one is shown. */
    boolean typed(Flow flow) {
        return asks(flow) && FlowMemory.noted(flow, ID) != null;
    }

    /** The same flow at its second step, with these methods alone; none stands for all. */
    static Flow onwards(Flow flow, List<AuthenticationMethod> shown) {
        List<String> ids = shown.stream().map(method -> method.id().value()).toList();
        return FlowMemory.note(flow, ID, String.join(SEPARATOR, ids));
    }

    /** The same flow at its first step. */
    static Flow back(Flow flow) {
        return FlowMemory.note(flow, ID, null);
    }

    /** In Kratos' order, in which the identifier stands before the CSRF field. */
    List<Node> nodes(Flow flow, String csrf) {
        List<AuthenticationMethod> offered = methods.offered(flow);
        List<Node> nodes = new ArrayList<>();
        nodes.add(identifier(typed(flow), offered));
        if (!typed(flow)) {
            nodes.add(Node.submit(ID, "method", ID, Messages.continueButton()));
        }
        nodes.add(Node.csrf(csrf));
        Context context = methods.context(flow);
        for (AuthenticationMethod method : offered) {
            String memory = methods.remembered(flow, method);
            nodes.addAll(nodes(flow, method, context.remembering(memory)));
        }
        return nodes;
    }

    private static List<Node> nodes(Flow flow, AuthenticationMethod method, Context context) {
        LoginPart part = LoginMethods.part(method);
        return shown(FlowMemory.noted(flow, ID), method)
                ? part.nodes(context).stream().filter(node -> !node.name().equals(FIELD)).toList()
                : part.besideIdentifier(context);
    }

    private static boolean shown(@Nullable String typed, AuthenticationMethod method) {
        return typed != null
                && (typed.isEmpty()
                        || Set.of(typed.split(SEPARATOR)).contains(method.id().value()));
    }

    private Node identifier(boolean typed, List<AuthenticationMethod> offered) {
        return Node.input(ID, FIELD, typed ? "hidden" : "text")
                .with("value", "")
                .required()
                .with("autocomplete", "username webauthn")
                .labelled(label(offered));
    }

    /** The schema's title, if those methods that have one agree in it. */
    private Message label(List<AuthenticationMethod> offered) {
        List<Message> labels =
                offered.stream()
                        .map(method -> titles.of(method.id()))
                        .filter(title -> !title.equals(Messages.idField()))
                        .distinct()
                        .toList();
        return labels.size() == 1 ? labels.getFirst() : Messages.idField();
    }
}
