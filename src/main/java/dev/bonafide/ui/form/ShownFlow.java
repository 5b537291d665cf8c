package dev.bonafide.ui.form;

import dev.bonafide.ui.text.Hints;
import dev.bonafide.ui.text.Said;
import dev.bonafide.ui.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A flow as a page shows it.
 *
 * @param action where its forms go
 * @param notes what is to be told that is no error
 * @param errors each with the field that it is about
 * @param loose nodes that belong to no form: scripts, and texts for the flow as a whole
 * @param account who this is about, where that is settled and not typed here; "" otherwise
 * @param forms one of all nodes if something of all groups is typed in common (an identifier), else
 *     one for each group, so that what is typed for one is not sent for another
 */
public record ShownFlow(
        String action,
        List<Said> notes,
        List<Mistake> errors,
        List<NodeView> loose,
        String account,
        List<FormView> forms) {
    private static final String SHARED = "default";
    private static final Set<String> ACCOUNTS = Set.of("username", "email", "username webauthn");

    /** {@code field} is the id of the element; "" for the form as a whole. */
    public record Mistake(String text, String field) {}

    /** Reads a flow as it stands on the wire. */
    public static ShownFlow of(JsonNode flow, Texts texts, Hints hints) {
        JsonNode ui = flow.path("ui");
        NodeReader reader = new NodeReader(texts, hints);
        List<NodeView> all =
                ui.path("nodes").valueStream().map(reader::read).flatMap(Optional::stream).toList();
        List<NodeView> nodes = all.stream().filter(node -> !node.bare()).toList();
        List<Said> said = ui.path("messages").valueStream().map(texts::say).toList();
        return new ShownFlow(
                ui.path("action").asString(""),
                said.stream().filter(each -> !each.error()).toList(),
                mistakes(said, all),
                nodes.stream().filter(ShownFlow::loose).toList(),
                settled(nodes),
                forms(nodes.stream().filter(node -> !loose(node)).toList(), texts));
    }

    private static String settled(List<NodeView> nodes) {
        return nodes.stream()
                .filter(node -> node.hidden() && accounts(node))
                .map(node -> node.attribute("value"))
                .findFirst()
                .orElse("");
    }

    private static boolean loose(NodeView node) {
        return node.type().equals("script")
                || (node.group().equals(SHARED) && !node.type().equals("input"));
    }

    private static List<Mistake> mistakes(List<Said> said, List<NodeView> nodes) {
        Stream<Mistake> whole =
                said.stream().filter(Said::error).map(each -> new Mistake(each.text(), ""));
        Stream<Mistake> fields =
                nodes.stream()
                        .flatMap(node ->
                                node.messages().stream()
                                        .filter(Said::error)
                                        .map(each -> mistake(each, node)));
        return Stream.concat(whole, fields).toList();
    }

    /** At the top of the page a mistake names its field. */
    private static Mistake mistake(Said said, NodeView node) {
        boolean named = node.field() && !node.label().isEmpty();
        return new Mistake(
                named ? node.label() + ": " + said.text() : said.text(),
                node.hidden() || node.bare() ? "" : node.id());
    }

    private static List<FormView> forms(List<NodeView> nodes, Texts texts) {
        Set<String> own = own(nodes);
        List<NodeView> shared = nodes.stream().filter(node -> !own.contains(node.group())).toList();
        Map<String, List<NodeView>> groups = new LinkedHashMap<>();
        nodes.stream()
                .filter(node -> own.contains(node.group()))
                .forEach(node ->
                        groups.computeIfAbsent(node.group(), any -> new ArrayList<>(shared))
                                .add(node));
        if (shared.stream().anyMatch(NodeView::field) || groups.size() < 2) {
            return List.of(common(nodes));
        }
        return groups.entrySet().stream()
                .map(group -> form(group.getKey(), group.getValue(), nodes, texts))
                .toList();
    }

    /** Groups that have something to type or to press; the others only go along with them. */
    private static Set<String> own(List<NodeView> nodes) {
        return nodes.stream()
                .filter(node -> !node.group().equals(SHARED))
                .filter(node -> node.field() || node.button())
                .map(NodeView::group)
                .collect(Collectors.toSet());
    }

    /**
     * Enter in a field presses the first button of its form (HTML section 4.10.22.2): those of
     * groups in which something is typed come before those of groups that are buttons alone.
     */
    private static FormView common(List<NodeView> nodes) {
        Set<String> typing =
                nodes.stream()
                        .filter(NodeView::field)
                        .map(NodeView::group)
                        .filter(group -> !group.equals(SHARED))
                        .collect(Collectors.toUnmodifiableSet());
        Map<Boolean, List<NodeView>> parts =
                nodes.stream()
                        .collect(
                                Collectors.partitioningBy(node ->
                                        !typing.isEmpty()
                                                && !node.group().equals(SHARED)
                                                && !typing.contains(node.group())));
        String account = account(nodes, nodes);
        return new FormView(
                "",
                "",
                account,
                parts.getOrDefault(false, List.of()),
                parts.getOrDefault(true, List.of()));
    }

    private static FormView form(
            String group, List<NodeView> own, List<NodeView> all, Texts texts) {
        return new FormView(
                group, texts.word("method." + group, ""), account(own, all), own, List.of());
    }

    /**
     * A password manager must know whose password is typed. Where no field that can be seen says
     * it, the value of one elsewhere in the flow does.
     */
    private static String account(List<NodeView> own, List<NodeView> all) {
        boolean typed = own.stream().anyMatch(node -> autocomplete(node).endsWith("-password"));
        boolean said = own.stream().anyMatch(node -> node.field() && accounts(node));
        return !typed || said
                ? ""
                : all.stream()
                        .filter(ShownFlow::accounts)
                        .map(node -> node.attributes().get("value"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("");
    }

    private static boolean accounts(NodeView node) {
        return ACCOUNTS.contains(autocomplete(node));
    }

    private static String autocomplete(NodeView node) {
        return node.attributes().getOrDefault("autocomplete", "");
    }
}
