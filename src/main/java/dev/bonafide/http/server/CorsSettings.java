package dev.bonafide.http.server;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import dev.bonafide.config.Range;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Pages of which other origins may read answers of the public listener: {@code serve.public.cors}.
 */
public record CorsSettings(
        @Default("false") @Doc("Whether pages of other origins are let in.") boolean enabled,
        @Default("[\"*\"]")
                @Doc(
                        value =
                                "Origins whose pages are let in; one `*` in an entry stands for any part of a host or port. `*` alone lets all in, but without cookies.",
                        allowed = ORIGINS)
                List<String> allowedOrigins,
        @Default("[\"POST\", \"GET\", \"PUT\", \"PATCH\", \"DELETE\"]")
                @Doc(value = "Methods that they may use.", allowed = METHODS)
                List<String> allowedMethods,
        @Default(
                        "[\"Authorization\", \"Content-Type\", \"Max-Age\", \"X-Session-Token\", \"X-XSRF-TOKEN\", \"X-CSRF-TOKEN\"]")
                @Doc(value = "Headers that they may send; `*` for any.", allowed = HEADERS)
                List<String> allowedHeaders,
        @Default("[\"Content-Type\"]")
                @Doc(value = "Headers of answers that they may read.", allowed = HEADERS)
                List<String> exposedHeaders,
        @Default("true")
                @Doc(
                        "Whether their requests may carry cookies; not from origins that only `*` lets in.")
                boolean allowCredentials,
        @Default("0")
                @Range(min = 0, max = 86_400)
                @Doc(
                        "For how many seconds a browser need not ask again; 0 leaves it to the browser.")
                int maxAge) {
    static final String ORIGINS = "`*`, or scheme://host[:port] with at most one `*`";
    static final String METHODS = "methods in capitals";
    static final String HEADERS = "names of headers, or `*`";

    private static final Pattern ORIGIN =
            Pattern.compile("[a-z][a-z0-9+.-]*://[^\\s/?#@\\\\,]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern METHOD = Pattern.compile("[A-Z]+");

    public CorsSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        allowedMethods = List.copyOf(allowedMethods);
        allowedHeaders = List.copyOf(allowedHeaders);
        exposedHeaders = List.copyOf(exposedHeaders);
        for (int i = 0; i < allowedOrigins.size(); i++) {
            requireOrigin(i, allowedOrigins.get(i));
        }
        require("allowed_methods", allowedMethods, METHOD, METHODS);
        require("allowed_headers", allowedHeaders, TOKEN, HEADERS);
        require("exposed_headers", exposedHeaders, TOKEN, HEADERS);
    }

    private static void requireOrigin(int index, String origin) {
        boolean oneStar = origin.indexOf('*') == origin.lastIndexOf('*');
        if (!origin.equals("*") && !(oneStar && ORIGIN.matcher(origin).matches())) {
            throw refused("allowed_origins." + index, origin, ORIGINS);
        }
    }

    private static void require(String key, List<String> values, Pattern one, String allowed) {
        for (int i = 0; i < values.size(); i++) {
            if (!one.matcher(values.get(i)).matches()) {
                throw refused(key + '.' + i, values.get(i), allowed);
            }
        }
    }

    private static BadConfiguration refused(String key, String value, String allowed) {
        return new BadConfiguration(key, '"' + value + "\" is refused; allowed: " + allowed);
    }

    static CorsSettings of(Configuration configuration) {
        return configuration.bind("serve.public.cors", CorsSettings.class);
    }

    /** Nobody is let in. */
    static CorsSettings off() {
        return new CorsSettings(false, List.of(), List.of(), List.of(), List.of(), false, 0);
    }
}
