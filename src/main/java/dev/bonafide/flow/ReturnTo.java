package dev.bonafide.flow;

import dev.bonafide.config.Setting;
import dev.bonafide.http.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation may lead afterwards: what an entry of the allow-list covers, the public URL
 * among them. Anything that two parsers could read differently is refused, because the one that
 * follows it is the browser's (CWE-601; WHATWG URL Standard beside RFC 3986).
 */
public final class ReturnTo {
    private final Setting<List<URI>> allowed;
    private final Setting<URI> home;

    /**
     * @param home gives scheme, host and port to an address that begins with its path
     */
    public ReturnTo(Setting<List<URI>> allowed, Setting<URI> home) {
        this.allowed = allowed;
        this.home = home;
    }

    /**
     * The address, made absolute, if it is allowed; null if none was asked for.
     *
     * @throws Problem 400 {@code self_service_flow_return_to_forbidden}
     */
    public @Nullable String check(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        String whole = asked.startsWith("/") ? server(home.get()) + asked : asked;
        if (allows(whole)) {
            return whole;
        }
        throw new Problem(
                400,
                "self_service_flow_return_to_forbidden",
                "return_to is not allowed",
                "The address \"" + asked + "\" is not allowed to be a return_to address.");
    }

    private static String server(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    boolean allows(String asked) {
        if (asked.length() > 2048 || !asked.chars().allMatch(ReturnTo::plain)) {
            return false;
        }
        try {
            URI url = new URI(asked);
            return allowed.get().stream()
                    .flatMap(entry -> AllowedUrl.of(entry).stream())
                    .anyMatch(entry -> entry.covers(url));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** No control characters, no spaces, no backslash, nothing outside ASCII. */
    private static boolean plain(int c) {
        return c > ' ' && c < 0x7f && c != '\\';
    }
}
