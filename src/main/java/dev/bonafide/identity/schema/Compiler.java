package dev.bonafide.identity.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import dev.bonafide.config.BadConfiguration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From the operator's bytes to an {@link IdentitySchema}, or a refusal of the start. */
final class Compiler {
    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final SchemaRegistryConfig CONFIG =
            SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .locale(Locale.ROOT)
                    .regularExpressionFactory(BoundedPattern::new)
                    .build();

    private final SchemaRegistry registry = registry();
    private final SchemaRules rules = new SchemaRules(registry);

    /**
     * Compiles one schema.
     *
     * @param key of the address, for the message
     * @throws BadConfiguration if the bytes are no JSON object or the schema is not understood
     */
    IdentitySchema compile(String key, SchemaSettings.Source source, byte[] bytes) {
        ObjectNode json = parsed(key, bytes);
        Optional<String> problem = rules.broken(json);
        if (problem.isPresent()) {
            throw new BadConfiguration(key, problem.get());
        }
        try {
            return new IdentitySchema(source, json, compiled(prepared(json)));
        } catch (SchemaException | IllegalArgumentException e) {
            throw new BadConfiguration(key, "the schema does not compile: " + e.getMessage());
        }
    }

    private static SchemaRegistry registry() {
        return SchemaRegistry.withDialects(
                List.of(dialect(Dialects.getDraft7()), dialect(Dialects.getDraft202012())),
                builder ->
                        builder.schemaRegistryConfig(CONFIG)
                                .defaultDialectId(Dialects.getDraft7().getId())
                                .schemaLoader(loader -> loader.fetchRemoteResources(false)));
    }

    private static Dialect dialect(Dialect standard) {
        return Dialect.builder(standard)
                .keyword(new MarkKeyword())
                .format(new Formats.Telephone())
                .build();
    }

    private Schema compiled(ObjectNode json) {
        Schema schema = registry.getSchema(SchemaLocation.of("urn:bonafide:identity-schema"), json);
        schema.initializeValidators();
        return schema;
    }

    /** A copy with the formats that its marks imply. */
    private static ObjectNode prepared(ObjectNode json) {
        ObjectNode copy = json.deepCopy();
        Subschemas.marked(copy, (place, schema, marks) -> implyFormat(schema, Marks.of(marks)));
        return copy;
    }

    private static void implyFormat(ObjectNode schema, Marks marks) {
        String format = marks.impliedFormat();
        if (format != null && !schema.has("format")) {
            schema.put("format", format);
        }
    }

    private static ObjectNode parsed(String key, byte[] bytes) {
        try {
            if (STRICT.readTree(bytes) instanceof ObjectNode json) {
                return json;
            }
        } catch (JacksonException e) {
            throw new BadConfiguration(key, "not JSON: " + e.getOriginalMessage());
        }
        throw new BadConfiguration(key, "an identity schema is a JSON object");
    }
}
