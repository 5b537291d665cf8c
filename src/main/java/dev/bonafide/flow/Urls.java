package dev.bonafide.flow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Adds parameters to addresses. */
public final class Urls {
    private Urls() {}

    /** The address with one parameter more; as it is for a null value. */
    public static String with(String url, String name, @Nullable String value) {
        if (value == null) {
            return url;
        }
        int hash = url.indexOf('#');
        String base = hash < 0 ? url : url.substring(0, hash);
        String fragment = hash < 0 ? "" : url.substring(hash);
        String joint = base.indexOf('?') < 0 ? "?" : "&";
        return base + joint + name + "=" + encoded(value) + fragment;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
