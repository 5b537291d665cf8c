package dev.bonafide.method.oidc.mapping;

/**
 * Functions of Jsonnet's standard library that are younger than the interpreter here and that
 * mappers use, in Jsonnet. On one line, so that a mapper's lines keep their numbers in messages.
 */
final class Newer {
    private static final String FUNCTIONS =
            """
            local core = std;
            local std = core {
              get(o, f, default=null, inc_hidden=true)::
                if (if inc_hidden then core.objectHasAll(o, f) else core.objectHas(o, f)) then o[f] else default,
              isEmpty(s):: core.length(s) == 0,
              trim(s):: core.stripChars(s, ' \\t\\n\\f\\r\\u0085\\u00a0'),
              equalsIgnoreCase(a, b):: core.asciiLower(a) == core.asciiLower(b),
              any(list):: core.length(core.filter(function(x) x, list)) > 0,
              all(list):: core.length(core.filter(function(x) !x, list)) == 0,
              contains(list, x):: core.member(list, x),
              xor(a, b):: a != b,
              sum(list):: core.foldl(function(a, b) a + b, list, 0),
              objectKeysValues(o):: [{ key: k, value: o[k] } for k in core.objectFields(o)],
              objectRemoveKey(o, key):: { [k]: o[k] for k in core.objectFields(o) if k != key },
            };
            """
                    .replaceAll("\\n *", " ");

    private Newer() {}

    /** The program with the functions at hand. */
    static String under(String source) {
        return FUNCTIONS + source;
    }
}
