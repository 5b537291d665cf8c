package dev.bonafide.identity.schema;

import com.networknt.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One identity schema, compiled. Immutable, safe for many threads. */
public final class IdentitySchema {
    static final String TRAITS = "traits";

    private final String id;
    private final String url;
    private final ObjectNode json;
    private final Schema schema;
    private final List<TraitField> fields;

    IdentitySchema(SchemaSettings.Source source, ObjectNode json, Schema schema) {
        id = source.id();
        url = source.url();
        this.json = json;
        this.schema = schema;
        fields = TraitFields.of(json);
    }

    public String id() {
        return id;
    }

    /** The address in the configuration; no address that a client can read. */
    public String url() {
        return url;
    }

    /**
     * The last segment of the schema's public address: its id in base64url (contract clause 0.5,
     * {@code schema_url}).
     */
    public String segment() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    /** The schema as the operator wrote it; a copy. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** What a form asks for, in the schema's order. */
    public List<TraitField> fields() {
        return fields;
    }

    /** What is wrong with the traits, at most {@value Problems#MAX}; empty if nothing is. */
    public List<TraitProblem> validate(ObjectNode traits) {
        return Problems.of(schema.validate(document(traits)));
    }

    /**
     * What the marked traits are for. Also of traits that do not pass {@link #validate}: a schema
     * that became stricter must not lock out who is there already.
     */
    public Extracted extract(ObjectNode traits) {
        MarkKeyword.Collector collector = new MarkKeyword.Collector();
        schema.validate(document(traits), context -> context.setCollectorContext(collector));
        return Extracted.of(collector.marked());
    }

    private static ObjectNode document(ObjectNode traits) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set(TRAITS, traits);
        return document;
    }

    @Override
    public String toString() {
        return "IdentitySchema[" + id + "]";
    }
}
