package dev.bonafide.identity.schema;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import java.util.List;

/**
 * Kratos' {@code identity}.
 *
 * @param schemas at least one; the default's id is among them
 */
record SchemaSettings(
        @Default("default") @Doc("The schema of everybody who registers; one of the ids below.")
                String defaultSchemaId,
        @Doc("The identity schemas. Their files are read again when they change.")
                List<Source> schemas) {
    static SchemaSettings of(Configuration configuration) {
        return configuration.bind("identity", SchemaSettings.class);
    }

    /**
     * Where one schema is.
     *
     * @param url as {@link Configuration#content} reads it
     */
    record Source(
            @Doc("Its id, as identities name it. Must not change while there are any.") String id,
            @Doc(
                            value = "Where it is.",
                            allowed = "`file://PATH` or `base64://TEXT`, at most 1 MiB")
                    String url) {}
}
