package dev.bonafide.identity.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an identity schema has to be. A misspelt mark would else be found when the first person
 * cannot log in.
 */
final class SchemaRules {
    private static final Logger LOG = LoggerFactory.getLogger(Schemas.class);
    private static final String EXTENSION = "/identity-extension.schema.json";
    private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef", "$recursiveRef");
    private static final String DRAFT_07 = Dialects.getDraft7().getId();
    private static final String DRAFT_2020_12 = Dialects.getDraft202012().getId();

    private final SchemaRegistry registry;
    private final Schema extension;

    SchemaRules(SchemaRegistry registry) {
        this.registry = registry;
        extension = registry.getSchema(resource());
    }

    /** The first rule that is broken, in words that name the place. */
    Optional<String> broken(ObjectNode json) {
        return Stream.<Function<ObjectNode, Optional<String>>>of(
                        SchemaRules::dialect,
                        this::grammar,
                        SchemaRules::traits,
                        SchemaRules::references,
                        this::marks)
                .map(rule -> rule.apply(json))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> dialect(ObjectNode json) {
        String named = dialectOf(json);
        return Stream.of(DRAFT_07, DRAFT_2020_12)
                        .map(SchemaRules::plain)
                        .anyMatch(plain(named)::equals)
                ? Optional.empty()
                : Optional.of(
                        "$schema is %s; allowed: %s, %s".formatted(named, DRAFT_07, DRAFT_2020_12));
    }

    private Optional<String> grammar(ObjectNode json) {
        String draft = plain(dialectOf(json)).equals(plain(DRAFT_07)) ? DRAFT_07 : DRAFT_2020_12;
        return first("#", registry.getSchema(SchemaLocation.of(draft)).validate(json));
    }

    private static Optional<String> traits(ObjectNode json) {
        JsonNode traits = json.path("properties").path(IdentitySchema.TRAITS);
        return traits.path("properties").isEmpty()
                ? Optional.of("#/properties/traits/properties has to name at least one trait")
                : Optional.empty();
    }

    /** Nothing outside of the document is ever read: not another server, not a file of this one. */
    private static Optional<String> references(ObjectNode json) {
        List<String> foreign = new ArrayList<>();
        Subschemas.each(
                json,
                "#",
                (place, schema) ->
                        REFERENCES.stream()
                                .map(schema::get)
                                .filter(target -> target != null && target.isString())
                                .filter(target -> !local(json, target.asString()))
                                .forEach(target -> foreign.add(place + " refers to " + target)));
        return foreign.stream()
                .findFirst()
                .map(found -> found + "; only places in the same document are allowed: #/…");
    }

    private Optional<String> marks(ObjectNode json) {
        List<Optional<String>> found = new ArrayList<>();
        Subschemas.marked(
                json,
                (place, schema, marks) -> {
                    String at = place + '/' + Subschemas.escaped(MarkKeyword.NAME);
                    found.add(first(at, extension.validate(marks)));
                    if (marks.has("organizations")) {
                        LOG.warn("identity schema, {}: organizations are not served; ignored", at);
                    }
                });
        return found.stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> first(String place, List<Error> errors) {
        return errors.stream()
                .findFirst()
                .map(error -> place + error.getInstanceLocation() + " " + error.getMessage());
    }

    private static boolean local(ObjectNode json, String target) {
        return target.startsWith("#/") && !json.at(target.substring(1)).isMissingNode();
    }

    private static String dialectOf(ObjectNode json) {
        return json.path("$schema").asString(DRAFT_07);
    }

    private static String plain(String dialect) {
        return dialect.replaceFirst("#$", "");
    }

    private static String resource() {
        try (InputStream content = SchemaRules.class.getResourceAsStream(EXTENSION)) {
            return new String(
                    Objects.requireNonNull(content, EXTENSION).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar can be read", e);
        }
    }
}
