package dev.bonafide.identity.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists the traits that a form can ask for, as Kratos does: everything but objects (whose members
 * are listed instead) and lists of them, in the order in which the schema writes them; what only an
 * alternative names, after the rest.
 */
final class TraitFields {
    private static final List<String> ALTERNATIVES = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> BRANCHES = List.of("then", "else");

    private final ObjectNode root;
    private final Map<String, TraitField> fields = new LinkedHashMap<>();

    private TraitFields(ObjectNode root) {
        this.root = root;
    }

    /**
     * Throws {@link IllegalArgumentException} for a schema that contains itself: no form has an end
     * for it.
     */
    static List<TraitField> of(ObjectNode root) {
        TraitFields fields = new TraitFields(root);
        JsonNode traits = root.path("properties").path(IdentitySchema.TRAITS);
        fields.walk(new At(traits, List.of(), false, List.of()));
        return List.copyOf(fields.fields.values());
    }

    /** A sub-schema, the trait that it speaks of, and the sub-schemas around it. */
    private record At(JsonNode schema, List<String> path, boolean required, List<JsonNode> trail) {
        At same(JsonNode other) {
            return new At(other, path, required, longer(trail, schema));
        }

        At member(String name, JsonNode other) {
            boolean asked =
                    schema.path("required")
                            .valueStream()
                            .anyMatch(n -> n.asString("").equals(name));
            return new At(other, longer(path, name), asked, longer(trail, schema));
        }

        /** By identity: two equal sub-schemas may well stand in one another. */
        @SuppressWarnings("ReferenceEquality")
        boolean circular() {
            return trail.stream().anyMatch(outer -> outer == schema);
        }
    }

    private void walk(At at) {
        if (at.circular()) {
            throw new IllegalArgumentException(
                    "the schema contains itself at traits." + String.join(".", at.path()));
        }
        if (!at.path().isEmpty()) {
            field(at);
        }
        at.schema()
                .path("properties")
                .propertyStream()
                .forEach(e -> walk(at.member(e.getKey(), e.getValue())));
        others(at.schema()).forEach(other -> walk(at.same(other)));
    }

    private void field(At at) {
        InputKind.of(at.schema())
                .map(kind -> kind.field(at.path(), at.required(), at.schema()))
                .ifPresent(field -> fields.putIfAbsent(field.name(), field));
    }

    /** What else says something of the same value. {@code if} and {@code not} only ask. */
    private Stream<JsonNode> others(JsonNode schema) {
        Stream<JsonNode> referred =
                schema.path("$ref").isString()
                        ? Stream.of(root.at(schema.path("$ref").asString().substring(1)))
                        : Stream.empty();
        return Stream.of(
                        referred,
                        ALTERNATIVES.stream().flatMap(name -> schema.path(name).valueStream()),
                        BRANCHES.stream().map(schema::path).filter(JsonNode::isObject))
                .flatMap(stream -> stream);
    }

    private static <T> List<T> longer(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
