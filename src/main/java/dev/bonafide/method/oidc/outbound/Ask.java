package dev.bonafide.method.oidc.outbound;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call.
 *
 * @param uri where; {@code https}, or {@code http} to a loopback address that is allowed
 * @param hosts {@code host:port} that it may go to
 * @param headers single ones
 * @param form the body of a POST; null for a GET
 */
public record Ask(URI uri, Set<String> hosts, Map<String, String> headers, @Nullable String form) {
    public Ask {
        hosts = Set.copyOf(hosts);
        headers = Map.copyOf(headers);
    }

    /** A GET. */
    public static Ask of(URI uri, Set<String> hosts, Map<String, String> headers) {
        return new Ask(uri, hosts, headers, null);
    }

    /** {@code host:port} of an address, in lower case; the port of its scheme where it has none. */
    public static String authority(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost();
        int usual = "http".equals(uri.getScheme()) ? 80 : 443;
        return host.toLowerCase(Locale.ROOT) + ":" + (uri.getPort() < 0 ? usual : uri.getPort());
    }

    /** Headers and forms hold secrets. */
    @Override
    public String toString() {
        return "Ask[" + authority(uri) + "]";
    }
}
