package dev.bonafide.flow;

import dev.bonafide.identity.Directory;
import dev.bonafide.identity.Identifier;
import dev.bonafide.identity.Identifiers;
import dev.bonafide.identity.IdentityState.Profile;
import dev.bonafide.identity.schema.Extracted;
import dev.bonafide.identity.schema.IdentitySchema;
import dev.bonafide.identity.schema.TraitField;
import dev.bonafide.identity.schema.TraitProblem;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.IdentifierTitles;
import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;
import dev.bonafide.method.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link Traits} of one schema(). */
final class SchemaTraits implements Traits, IdentifierTitles {
    /** Invisible and bidirectional characters would let one login name look like another. */
    private static final Message IMPOSSIBLE =
            Messages.generic(
                    "A login name is too long or has characters that can't be used in one.");

    private final Supplier<IdentitySchema> now;
    private final Directory directory;
    private final Identifiers identifiers = new Identifiers();

    /** {@code now}: the schema as it is now, asked anew for each question. */
    SchemaTraits(Supplier<IdentitySchema> now, Directory directory) {
        this.now = now;
        this.directory = directory;
    }

    private IdentitySchema schema() {
        return now.get();
    }

    @Override
    public List<Node> nodes(String group, ObjectNode values) {
        return schema().fields().stream().map(field -> node(group, field, values)).toList();
    }

    @Override
    public List<FieldProblem> problems(ObjectNode traits) {
        List<FieldProblem> problems = new ArrayList<>();
        schema().validate(traits).forEach(problem -> problems.add(told(problem)));
        if (problems.isEmpty()) {
            schema().extract(traits).identifiers().values().stream()
                    .flatMap(List::stream)
                    .filter(typed -> !identifiers.possible(typed))
                    .forEach(typed -> problems.add(FieldProblem.global(IMPOSSIBLE)));
        }
        return problems;
    }

    @Override
    public Profile profile(IdentityId id, ObjectNode traits) {
        Map<String, Set<MethodId>> methods = new TreeMap<>();
        schema().extract(traits)
                .identifiers()
                .forEach((method, typed) ->
                        typed.forEach(value ->
                                methods.computeIfAbsent(
                                                directory.hash(value), hash -> new HashSet<>())
                                        .add(method)));
        List<Identifier> identifiers =
                methods.entrySet().stream()
                        .map(entry -> new Identifier(entry.getKey(), entry.getValue()))
                        .toList();
        return new Profile(schema().id(), new Sealed.Fresh(id, traits.toString()), identifiers);
    }

    @Override
    public List<String> identifiers(MethodId method, ObjectNode traits) {
        return schema().extract(traits).identifiers().getOrDefault(method, List.of());
    }

    @Override
    public Optional<Taken> taken(ObjectNode traits) {
        return schema().extract(traits).identifiers().values().stream()
                .flatMap(List::stream)
                .flatMap(typed ->
                        directory.byIdentifier(typed).stream()
                                .map(owner -> new Taken(owner, typed)))
                .findFirst();
    }

    @Override
    public boolean sensitive(ObjectNode before, ObjectNode after) {
        IdentitySchema schema = schema();
        Extracted was = schema.extract(before);
        Extracted is = schema.extract(after);
        return !was.identifiers().equals(is.identifiers())
                || !was.verifiable().equals(is.verifiable())
                || !was.recovery().equals(is.recovery());
    }

    /** As the schema marks it; else the first login name. */
    @Override
    public String displayField(MethodId method) {
        Stream<TraitField> named =
                schema().fields().stream().filter(field -> marked(field, method, "display_name"));
        Stream<TraitField> identifying =
                schema().fields().stream()
                        .filter(field ->
                                !marks(field)
                                        .path("credentials")
                                        .findValues("identifier")
                                        .isEmpty());
        return Stream.concat(named, identifying).findFirst().map(TraitField::name).orElse("");
    }

    @Override
    public Message of(MethodId method) {
        List<TraitField> marked =
                schema().fields().stream()
                        .filter(field -> marked(field, method, "identifier"))
                        .toList();
        return marked.size() == 1 ? label(marked.getFirst()) : Messages.idField();
    }

    /** Whether the schema marks the trait itself as this to the method. */
    private boolean marked(TraitField field, MethodId method, String as) {
        return marks(field).path("credentials").path(method.value()).path(as).asBoolean(false);
    }

    private JsonNode marks(TraitField field) {
        JsonNode node = schema().json().path("properties").path("traits");
        for (String step : field.path()) {
            node = node.path("properties").path(step);
        }
        return node.path("ory.sh/kratos");
    }

    private static Node node(String group, TraitField field, ObjectNode values) {
        Node node = Node.input(group, field.name(), field.type());
        node = field.required() ? node.required() : node;
        node =
                field.autocomplete() == null
                        ? node
                        : node.with("autocomplete", field.autocomplete());
        node = field.pattern() == null ? node : node.with("pattern", field.pattern());
        node = field.maxLength() == null ? node : node.with("maxlength", field.maxLength());
        node = field.options().isEmpty() ? node : node.with("options", options(field));
        JsonNode value = field.in(values);
        if (value != null && value.isValueNode() && !value.isNull()) {
            node = node.with("value", value);
        }
        return node.labelled(label(field));
    }

    private static List<Map<String, JsonNode>> options(TraitField field) {
        return field.options().stream().map(option -> Map.of("value", option)).toList();
    }

    private static Message label(TraitField field) {
        String title = field.title() == null ? field.path().getLast() : field.title();
        return Messages.traitTitle(title, field.name());
    }

    private static FieldProblem told(TraitProblem problem) {
        Message message = Message.error(problem.id(), problem.text());
        for (Map.Entry<String, Object> entry : problem.context().entrySet()) {
            message = message.with(entry.getKey(), entry.getValue());
        }
        return FieldProblem.at(problem.name(), message);
    }
}
