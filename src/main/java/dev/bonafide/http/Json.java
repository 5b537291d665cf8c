package dev.bonafide.http;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way JSON is written to the wire: snake case, RFC 3339 times in UTC, nulls only where a
 * type asks for them by {@code @JsonInclude(ALWAYS)}.
 */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .changeDefaultPropertyInclusion(inclusion ->
                            inclusion.withValueInclusion(
                                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
                    .build();

    private Json() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** For building and reading trees. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
