package dev.bonafide.flow;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.InvalidUrlException;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder.ParserType;

/**
 * Where an address leads, as somebody reads it.
 *
 * @param port never the default by being absent
 * @param path without dots
 */
record Reading(String scheme, String host, int port, String path) {
    /** Somebody who follows addresses; empty where he would not go anywhere. */
    @FunctionalInterface
    interface Reader {
        Optional<Reading> read(String url);
    }

    /** RFC 3986, and what its relatives {@code ..} lead to. */
    static Optional<Reading> byRfc(String url) {
        try {
            URI uri = new URI(url).normalize();
            return uri.getHost() == null
                    ? Optional.empty()
                    : Optional.of(of(uri.getScheme(), uri.getHost(), uri.getPort(), uri.getPath()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The WHATWG URL Standard, by Spring's parser. */
    static Optional<Reading> byWhatwg(String url) {
        try {
            UriComponents parts =
                    UriComponentsBuilder.fromUriString(url, ParserType.WHAT_WG).build();
            return parts.getHost() == null
                    ? Optional.empty()
                    : Optional.of(
                            of(
                                    parts.getScheme(),
                                    parts.getHost(),
                                    parts.getPort(),
                                    parts.getPath()));
        } catch (InvalidUrlException e) {
            return Optional.empty();
        }
    }

    /**
     * The most obliging browser there could be: drops blanks and line ends, takes backslashes for
     * slashes and any number of them, believes the last {@code @}, and undoes escapes until none is
     * left.
     */
    static Optional<Reading> obligingly(String url) {
        String plain = undone(url.strip().replaceAll("[\\t\\r\\n]", "")).replace('\\', '/');
        Matcher parts =
                Pattern.compile("(?i)(https?):/*([^/?#]*)([^?#]*).*", Pattern.DOTALL)
                        .matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String authority = parts.group(2);
        String server = authority.substring(authority.lastIndexOf('@') + 1);
        Matcher at = Pattern.compile("(.*?)(?::([0-9]{0,9}))?").matcher(server);
        String port = at.matches() ? Objects.requireNonNullElse(at.group(2), "") : "";
        return Optional.of(
                of(
                        parts.group(1),
                        at.matches() ? at.group(1) : server,
                        port.isEmpty() ? -1 : Integer.parseInt(port),
                        withoutDots(parts.group(3))));
    }

    private static String undone(String text) {
        String before = text;
        for (int i = 0; i < 4; i++) {
            StringBuilder after = new StringBuilder();
            Matcher escape = Pattern.compile("%([0-9A-Fa-f]{2})").matcher(before);
            while (escape.find()) {
                char c = (char) Integer.parseInt(escape.group(1), 16);
                escape.appendReplacement(after, Matcher.quoteReplacement(String.valueOf(c)));
            }
            escape.appendTail(after);
            before = after.toString();
        }
        return before;
    }

    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : path.split("/+", -1)) {
            String bare = segment.split(";", 2)[0];
            if (bare.equals("..")) {
                kept.pollLast();
            } else if (!bare.isEmpty() && !bare.equals(".")) {
                kept.add(segment);
            }
        }
        return "/" + String.join("/", kept);
    }

    private static Reading of(
            @org.jspecify.annotations.Nullable String scheme,
            String host,
            int port,
            @org.jspecify.annotations.Nullable String path) {
        String lower = Objects.requireNonNullElse(scheme, "").toLowerCase(Locale.ROOT);
        int usual = lower.equals("https") ? 443 : 80;
        return new Reading(
                lower,
                host.toLowerCase(Locale.ROOT),
                port < 0 ? usual : port,
                Objects.requireNonNullElse(path, ""));
    }
}
