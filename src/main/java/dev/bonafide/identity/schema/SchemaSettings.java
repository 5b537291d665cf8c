package dev.bonafide.identity.schema;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import java.util.List;

/**
 * Kratos' {@code identity}.
 *
 * @param schemas at least one; the default's id is among them
 */
record SchemaSettings(@Default("default") String defaultSchemaId, List<Source> schemas) {
    static SchemaSettings of(Configuration configuration) {
        return configuration.bind("identity", SchemaSettings.class);
    }

    /**
     * Where one schema is.
     *
     * @param url as {@link dev.bonafide.config.Contents} reads it
     */
    record Source(String id, String url) {}
}
