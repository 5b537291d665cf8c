package dev.bonafide.identity;

import dev.bonafide.identity.schema.Extracted;
import dev.bonafide.identity.schema.IdentitySchema;
import dev.bonafide.identity.schema.Schemas;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/**
 * Where somebody can be reached, and what their schema is called on the wire; a function of schema
 * and traits.
 */
final class Reach {
    private final Schemas schemas;
    private final URI publicUrl;

    Reach(Schemas schemas, URI publicUrl) {
        this.schemas = schemas;
        this.publicUrl = publicUrl;
    }

    /** Empty for a schema that configuration has no more. */
    String schemaUrl(String schema) {
        return schemas.byId(schema)
                .map(found -> publicUrl.resolve("schemas/" + found.segment()).toString())
                .orElse("");
    }

    List<Extracted.Address> verifiable(Person person) {
        return extracted(person, Extracted::verifiable);
    }

    List<Extracted.Address> recovery(Person person) {
        return extracted(person, Extracted::recovery);
    }

    private List<Extracted.Address> extracted(
            Person person, Function<Extracted, List<Extracted.Address>> what) {
        return schemas.byId(person.state().profile().schema())
                .map((IdentitySchema schema) -> what.apply(schema.extract(person.traits())))
                .orElse(List.of());
    }
}
