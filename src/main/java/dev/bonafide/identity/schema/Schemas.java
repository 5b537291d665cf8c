package dev.bonafide.identity.schema;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Setting;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The identity schemas, read and checked at the start and whenever the configuration, or a file
 * that one of them is in, has changed.
 */
public final class Schemas {
    private final Setting<Known> known;

    private Schemas(Setting<Known> known) {
        this.known = known;
    }

    /** Those of one edition of the configuration. */
    private record Known(Map<String, IdentitySchema> byId, IdentitySchema byDefault) {}

    /**
     * Reads Kratos' {@code identity.schemas} and {@code identity.default_schema_id}.
     *
     * @throws BadConfiguration naming the key and what is wrong with the schema behind it
     */
    public static Schemas load(Configuration configuration) {
        return new Schemas(configuration.setting(Schemas::known));
    }

    private static Known known(Configuration configuration) {
        SchemaSettings settings = SchemaSettings.of(configuration);
        Compiler compiler = new Compiler();
        Map<String, IdentitySchema> byId = new LinkedHashMap<>();
        for (int i = 0; i < settings.schemas().size(); i++) {
            SchemaSettings.Source source = settings.schemas().get(i);
            String key = "identity.schemas." + i;
            byte[] bytes = configuration.content(key + ".url", source.url());
            IdentitySchema schema = compiler.compile(key + ".url", source, bytes);
            if (byId.putIfAbsent(source.id(), schema) != null) {
                throw new BadConfiguration(key + ".id", "\"" + source.id() + "\" is there twice");
            }
        }
        return new Known(Collections.unmodifiableMap(byId), byDefault(settings, byId));
    }

    public IdentitySchema byDefault() {
        return known.get().byDefault();
    }

    /** By its id; empty if there is none. */
    public Optional<IdentitySchema> byId(String id) {
        return Optional.ofNullable(known.get().byId().get(id));
    }

    /** By its id as it stands in addresses: plain or, as in {@code schema_url}, in base64url. */
    public Optional<IdentitySchema> byPath(String segment) {
        return byId(segment).or(() -> decoded(segment).flatMap(this::byId));
    }

    /** In the order of the configuration. */
    public List<IdentitySchema> all() {
        return List.copyOf(known.get().byId().values());
    }

    private static IdentitySchema byDefault(
            SchemaSettings settings, Map<String, IdentitySchema> byId) {
        IdentitySchema schema = byId.get(settings.defaultSchemaId());
        if (schema == null) {
            throw new BadConfiguration(
                    "identity.default_schema_id",
                    "\"%s\" is not among the ids of identity.schemas: %s"
                            .formatted(settings.defaultSchemaId(), byId.keySet()));
        }
        return schema;
    }

    private static Optional<String> decoded(String segment) {
        try {
            byte[] id = Base64.getUrlDecoder().decode(segment);
            return Optional.of(new String(id, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
