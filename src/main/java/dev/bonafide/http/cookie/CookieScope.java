package dev.bonafide.http.cookie;

import dev.bonafide.config.BadConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a kind of cookie goes, and the {@code Set-Cookie} lines for it (RFC 6265 section 4.1).
 *
 * @param domain hosts below it get the cookie too; null for the host alone that set it
 * @param path of the addresses that get it
 * @param sameSite as configured; {@code None} is written as {@code Lax} where {@code secure} is
 *     false, because browsers drop a cookie that is the one without the other
 * @param secure whether it goes over TLS alone
 */
public record CookieScope(@Nullable String domain, String path, SameSite sameSite, boolean secure) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");
    private static final Pattern OCTETS = Pattern.compile("[!#-+\\--:<-\\[\\]-~]*");
    private static final Pattern HOST =
            Pattern.compile("\\.?[0-9A-Za-z]([0-9A-Za-z.-]{0,251}[0-9A-Za-z])?");

    /** RFC 9110 section 5.6.7; zero-padded, unlike Java's RFC 1123. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    public CookieScope {
        check(domain, path);
    }

    /**
     * Whether these can be attributes; null is always fine, and so is an empty domain, which is
     * none.
     *
     * @throws BadConfiguration with the key, {@code domain} or {@code path}
     */
    static void check(@Nullable String domain, @Nullable String path) {
        if (domain != null && !domain.isEmpty() && !HOST.matcher(domain).matches()) {
            throw new BadConfiguration("domain", refused(domain, "a host name"));
        }
        if (path != null && !(path.startsWith("/") && OCTETS.matcher(path).matches())) {
            throw new BadConfiguration("path", refused(path, "a path such as /"));
        }
    }

    private static String refused(String value, String allowed) {
        return '"' + value + "\" is refused; allowed: " + allowed;
    }

    /** A cookie that lives as long as the browser runs. */
    public String passing(String name, String value) {
        return pair(name, value) + attributes();
    }

    /**
     * A cookie that the browser keeps. Both {@code Max-Age} and {@code Expires} are written, as
     * Kratos does: the first wins, the second is for clients that know no other.
     *
     * @param life from {@code now} on, whole seconds count; at least one second
     */
    public String lasting(String name, String value, Instant now, Duration life) {
        long seconds = Math.max(1, life.toSeconds());
        return pair(name, value)
                + "; Max-Age="
                + seconds
                + "; Expires="
                + DATE.format(now.plusSeconds(seconds))
                + attributes();
    }

    /** Makes the browser forget the cookie: same name, domain and path, no value, no life. */
    public String gone(String name) {
        return pair(name, "") + "; Max-Age=0; Expires=" + DATE.format(Instant.EPOCH) + attributes();
    }

    /** Whether a browser keeps a cookie of this name: what its prefix promises holds. */
    boolean suits(String name) {
        if (!TOKEN.matcher(name).matches()) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean here = domain == null && path.equals("/");
        return lower.startsWith("__host-")
                ? secure && here
                : secure || !lower.startsWith("__secure-");
    }

    /** What we put into cookies is ours, so a value that could end the pair is a mistake here. */
    private static String pair(String name, String value) {
        if (!TOKEN.matcher(name).matches() || !OCTETS.matcher(value).matches()) {
            throw new IllegalArgumentException("no cookie: " + name);
        }
        return name + '=' + value;
    }

    private String attributes() {
        SameSite written = secure || sameSite != SameSite.NONE ? sameSite : SameSite.LAX;
        return "; Path="
                + path
                + (domain == null ? "" : "; Domain=" + domain)
                + "; HttpOnly"
                + (secure ? "; Secure" : "")
                + "; SameSite="
                + written.attribute();
    }
}
