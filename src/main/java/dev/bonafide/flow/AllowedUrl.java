package dev.bonafide.flow;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of the allow-list.
 *
 * <p>Of {@code http} and {@code https} it covers what has the same scheme, host and port, and its
 * path as a prefix of whole segments; {@code *.} before the host stands for any one or more labels.
 * Of any other scheme, such as an app's own, it covers itself alone, letter for letter up to query
 * and fragment: how such addresses fall into parts, their makers alone know.
 */
final class AllowedUrl {
    /** Schemes whose addresses are programs, or read what is on the machine. */
    private static final Set<String> NEVER =
            Set.of("javascript", "data", "vbscript", "file", "blob", "about", "filesystem");

    /**
     * Nothing that one parser decodes, maps or skips and another does not: no user, no percent
     * sign, no empty port.
     */
    private static final Pattern AUTHORITY =
            Pattern.compile(
                    "(?<host>[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+])(?::(?<port>[0-9]{1,5}))?");

    private final URI entry;

    private AllowedUrl(URI entry) {
        this.entry = entry;
    }

    /** Empty for what can't be an entry. */
    static Optional<AllowedUrl> of(URI entry) {
        String scheme = lower(entry.getScheme());
        boolean one =
                isWeb(scheme)
                        ? server(withoutStar(lower(entry.getRawAuthority()))).isPresent()
                                && entry.getRawQuery() == null
                                && entry.getRawFragment() == null
                        : !scheme.isEmpty() && !NEVER.contains(scheme);
        return one ? Optional.of(new AllowedUrl(entry)) : Optional.empty();
    }

    /**
     * Whether it covers this address.
     *
     * @param url without spaces, backslashes, control characters, and anything outside ASCII
     */
    boolean covers(URI url) {
        if (!isWeb(lower(entry.getScheme()))) {
            return upToQuery(url.toString()).equals(upToQuery(entry.toString()));
        }
        return lower(entry.getScheme()).equals(lower(url.getScheme()))
                && server(lower(url.getRawAuthority())).filter(this::isServer).isPresent()
                && isPath(url.getRawPath())
                && isBelow(Objects.requireNonNullElse(entry.getRawPath(), ""), url.getRawPath());
    }

    private boolean isServer(Server asked) {
        String authority = lower(entry.getRawAuthority());
        Server own = server(withoutStar(authority)).orElseThrow();
        boolean host =
                authority.startsWith("*.")
                        ? asked.host().endsWith("." + own.host())
                        : asked.host().equals(own.host());
        int usual = lower(entry.getScheme()).equals("https") ? 443 : 80;
        return host && asked.port(usual) == own.port(usual);
    }

    /** No segment that moves up, hides, or comes out otherwise when it is decoded twice. */
    private static boolean isPath(String path) {
        String lower = lower(path).replace("%2e", ".");
        return !lower.contains("//")
                && !lower.contains(";")
                && !lower.contains("%2f")
                && !lower.contains("%5c")
                && !lower.contains("%00")
                && !lower.contains("%25")
                && !lower.matches(".*/\\.\\.?(/.*)?");
    }

    private static boolean isBelow(String base, String path) {
        String prefix = base.endsWith("/") ? base : base + "/";
        return path.startsWith(prefix) || (path + "/").equals(prefix);
    }

    private static Optional<Server> server(String authority) {
        Matcher parts = AUTHORITY.matcher(authority);
        return parts.matches()
                ? Optional.of(
                        new Server(
                                parts.group("host"),
                                Objects.requireNonNullElse(parts.group("port"), "")))
                : Optional.empty();
    }

    private record Server(String host, String portText) {
        int port(int usual) {
            return portText.isEmpty() ? usual : Integer.parseInt(portText);
        }
    }

    private static boolean isWeb(String scheme) {
        return scheme.equals("http") || scheme.equals("https");
    }

    private static String withoutStar(String authority) {
        return authority.startsWith("*.") ? authority.substring(2) : authority;
    }

    private static String upToQuery(String url) {
        return url.split("[?#]", 2)[0];
    }

    private static String lower(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
