package dev.bonafide.method.oidc.mapping;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One Jsonnet program, as in Kratos: {@code std.extVar("claims")} in, {@code {identity: {…}}} out.
 * The interpreter's classes are loaded with the first claims, not at the start: most servers never
 * need them.
 */
public final class Mapper {
    /** Of claims as of a result; the claims of real providers have a few hundred characters. */
    private static final int LONGEST = 64 * 1024;

    private static final JsonMapper JSON = new JsonMapper();

    private final String source;

    /** {@code source} is looked at when there are claims. */
    public Mapper(String source) {
        this.source = source;
    }

    /**
     * Its {@code identity}.
     *
     * @throws MappingFailed if the program is wrong, does not end in time, or gives something else
     */
    public ObjectNode identity(ObjectNode claims) throws MappingFailed {
        String text = claims.toString();
        requireLength(text, "the claims");
        String result = new Interpretation().of(source, text);
        requireLength(result, "its result");
        return identity(result);
    }

    private static ObjectNode identity(String result) throws MappingFailed {
        JsonNode identity = read(result).path("identity");
        if (identity instanceof ObjectNode object) {
            return object;
        }
        throw new MappingFailed("its result has no object \"identity\"");
    }

    private static JsonNode read(String result) throws MappingFailed {
        try {
            return JSON.readTree(result);
        } catch (JacksonException e) {
            throw new MappingFailed("its result is no JSON");
        }
    }

    private static void requireLength(String text, String what) throws MappingFailed {
        if (text.length() > LONGEST) {
            throw new MappingFailed(what + " are longer than " + LONGEST + " characters");
        }
    }
}
