package dev.bonafide.flow;

import dev.bonafide.config.Setting;
import dev.bonafide.http.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation may lead afterwards: an exact scheme, host and port and a prefix of whole
 * path segments from the allow-list, or the public URL itself. Anything that two parsers could read
 * differently is refused (security.md RV-10).
 */
public final class ReturnTo {
    private final Setting<List<URI>> allowed;

    public ReturnTo(Setting<List<URI>> allowed) {
        this.allowed = allowed;
    }

    /**
     * The address if it is allowed, null if none was asked for.
     *
     * @throws Problem 400 {@code self_service_flow_return_to_forbidden}
     */
    public @Nullable String check(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        if (allows(asked)) {
            return asked;
        }
        throw new Problem(
                400,
                "self_service_flow_return_to_forbidden",
                "return_to is not allowed",
                "The address \"" + asked + "\" is not allowed to be a return_to address.");
    }

    boolean allows(String asked) {
        if (asked.length() > 2048 || !asked.chars().allMatch(ReturnTo::plain)) {
            return false;
        }
        try {
            URI uri = new URI(asked);
            return wellFormed(uri) && allowed.get().stream().anyMatch(base -> covers(base, uri));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** No control characters, no spaces, no backslash, nothing outside ASCII. */
    private static boolean plain(int c) {
        return c > ' ' && c < 0x7f && c != '\\';
    }

    private static boolean wellFormed(URI uri) {
        String scheme = uri.getScheme();
        String path = uri.getRawPath();
        return scheme != null
                && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && path != null
                && !path.contains("//")
                && !path.contains(";")
                && !hasDots(path);
    }

    private static boolean hasDots(String path) {
        String lower = path.toLowerCase(Locale.ROOT).replace("%2e", ".");
        return lower.contains("%2f")
                || lower.contains("%5c")
                || List.of(lower.split("/", -1)).contains("..");
    }

    private static boolean covers(URI base, URI uri) {
        return base.getScheme().equalsIgnoreCase(uri.getScheme())
                && base.getHost().equalsIgnoreCase(uri.getHost())
                && port(base) == port(uri)
                && segments(Objects.requireNonNullElse(base.getRawPath(), ""), uri.getRawPath());
    }

    private static boolean segments(String base, String path) {
        String prefix = base.endsWith("/") ? base : base + "/";
        return path.equals(base) || path.startsWith(prefix) || (path + "/").equals(prefix);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
