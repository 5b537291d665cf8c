package dev.bonafide.config;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two listeners. Kratos' defaults: all interfaces, 4433 and 4434. */
public record ServeSettings(Listener publicApi, Listener adminApi) {
    static final int PORT_MAX = 65_535;
    static final String HOST = "The address to listen on.";
    private static final String HOSTS = "a host name or an address";
    static final String PORT = "The port to listen on; 0 for any that is free.";
    static final String URL =
            "How clients reach it; the only source of links. A slash is added at its end.";
    private static final String URLS =
            "http(s)://host[:port][/path]/ without user, query and fragment";
    static final String OWN_URL = "made of host and port";

    /**
     * One listener.
     *
     * @param host a name or an address to listen on
     * @param port 1 to 65535, or 0 for any free one
     * @param baseUrl how clients reach it: http or https, ends with a slash, without query and
     *     fragment
     */
    public record Listener(String host, int port, URI baseUrl) {
        /**
         * Whether only this machine reaches it; a name other than localhost is not looked up and
         * counts as reachable.
         */
        public boolean isLoopback() {
            return host.equals("localhost")
                    || address(host).map(InetAddress::isLoopbackAddress).orElse(false);
        }
    }

    record PublicKeys(
            @Default("0.0.0.0") @Doc(value = HOST, allowed = HOSTS) String host,
            @Default("4433") @Range(min = 0, max = PORT_MAX) @Doc(PORT) int port,
            @Nullable @Doc(value = URL, allowed = URLS, absent = OWN_URL) URI baseUrl) {
        PublicKeys {
            check(host, baseUrl);
        }
    }

    record AdminKeys(
            @Default("0.0.0.0")
                    @Doc(
                            value =
                                    "The same for the admin API, which asks nobody who they are: keep it on loopback or in a closed network.",
                            allowed = HOSTS)
                    String host,
            @Default("4434") @Range(min = 0, max = PORT_MAX) @Doc(PORT) int port,
            @Nullable @Doc(value = URL, allowed = URLS, absent = OWN_URL) URI baseUrl) {
        AdminKeys {
            check(host, baseUrl);
        }
    }

    private static void check(String host, @Nullable URI baseUrl) {
        if (host.isBlank() || host.startsWith("unix:")) {
            throw new BadConfiguration("host", '"' + host + "\" is refused; allowed: " + HOSTS);
        }
        if (baseUrl != null && !isBase(baseUrl)) {
            throw new BadConfiguration(
                    "base_url", '"' + baseUrl.toString() + "\" is refused; allowed: " + URLS);
        }
    }

    private static boolean isBase(URI url) {
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        return web
                && url.getHost() != null
                && url.getUserInfo() == null
                && url.getQuery() == null
                && url.getFragment() == null;
    }

    /**
     * Reads {@code serve.public} and {@code serve.admin}.
     *
     * @throws BadConfiguration for a port or an address that can't be, and for two listeners on one
     *     port
     */
    public static ServeSettings of(Configuration configuration) {
        PublicKeys open = configuration.bind("serve.public", PublicKeys.class);
        AdminKeys admin = configuration.bind("serve.admin", AdminKeys.class);
        if (open.port() == admin.port() && open.port() != 0) {
            throw new BadConfiguration(
                    "serve.admin.port",
                    admin.port() + " is the public port too; allowed: another one");
        }
        return new ServeSettings(
                listener(open.host(), open.port(), open.baseUrl()),
                listener(admin.host(), admin.port(), admin.baseUrl()));
    }

    private static Listener listener(String host, int port, @Nullable URI baseUrl) {
        URI base =
                baseUrl == null
                        ? URI.create("http://" + called(host) + ':' + port + '/')
                        : slashed(baseUrl);
        return new Listener(host, port, base);
    }

    private static URI slashed(URI url) {
        return url.getRawPath().endsWith("/") ? url : URI.create(url + "/");
    }

    /**
     * Who listens everywhere or on loopback is called localhost, because an address is no
     * relying-party id.
     */
    private static String called(String host) {
        boolean everywhere =
                address(host)
                        .map(a -> a.isAnyLocalAddress() || a.isLoopbackAddress())
                        .orElse(false);
        return everywhere ? "localhost" : bracketed(host);
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? '[' + host + ']' : host;
    }

    private static Optional<InetAddress> address(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What an operator should hear at the start; empty where nothing is wrong. */
    Optional<String> warning() {
        return adminApi.isLoopback()
                ? Optional.empty()
                : Optional.of(
                        "THE ADMIN API IS OPEN TO OTHER MACHINES (serve.admin.host: "
                                + adminApi.host()
                                + "). It asks nobody who they are: whoever reaches port "
                                + adminApi.port()
                                + " owns every account");
    }
}
