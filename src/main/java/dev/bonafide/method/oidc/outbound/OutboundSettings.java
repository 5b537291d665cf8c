package dev.bonafide.method.oidc.outbound;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import dev.bonafide.config.Range;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What calls to providers are held to: {@code bonafide.oidc.outbound}.
 *
 * @param hosts {@code host:port} that may be called beside those that a provider's own
 *     configuration names
 * @param networks addresses that may be called though they are not public
 * @param connectTimeout for one connection
 * @param timeout for a whole call, from the name to the last byte
 * @param maxBytes of an answer's body
 */
public record OutboundSettings(
        Set<String> hosts,
        List<Network> networks,
        Duration connectTimeout,
        Duration timeout,
        int maxBytes) {
    static final String PATH = "bonafide.oidc.outbound";

    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]+(:[1-9][0-9]{0,4})?");
    private static final Duration LONGEST = Duration.ofSeconds(30);

    public OutboundSettings {
        hosts = Set.copyOf(hosts);
        networks = List.copyOf(networks);
    }

    /**
     * Reads them.
     *
     * @throws BadConfiguration naming key, value and what is allowed
     */
    public static OutboundSettings of(Configuration configuration) {
        return configuration.bind(PATH, Keys.class).checked();
    }

    /** Whether it is public, or allowed though it is not. */
    boolean allows(InetAddress address) {
        return Addresses.isPublic(address) || isListed(address);
    }

    boolean isListed(InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    /** As written. */
    record Keys(
            @Doc(
                            value =
                                    "Hosts that may be called for a provider beside those that its own keys name, where its discovery document points elsewhere.",
                            allowed = "`HOST` (then port 443) or `HOST:PORT`, in lower case")
                    List<String> allowedHosts,
            @Doc(
                            value =
                                    "Networks that may be called though their addresses are not public. With a loopback address in one, `http` is allowed to it.",
                            allowed = "`10.1.0.0/16`, `fd00::/8`, or one address")
                    List<String> privateNetworks,
            @Default("2s")
                    @Doc("How long one connection to a provider may take to open; up to 30s.")
                    Duration connectTimeout,
            @Default("5s")
                    @Doc(
                            "How long one call to a provider may take, from looking up its name to the last byte; up to 30s.")
                    Duration timeout,
            @Default("262144")
                    @Range(min = 1024, max = 4_194_304)
                    @Doc("How many bytes of an answer are read; a longer one is refused.")
                    int maxBytes) {
        Keys {
            requireDuration("connect_timeout", connectTimeout);
            requireDuration("timeout", timeout);
            for (int i = 0; i < allowedHosts.size(); i++) {
                requireHost("allowed_hosts." + i, allowedHosts.get(i));
            }
            for (int i = 0; i < privateNetworks.size(); i++) {
                network("private_networks." + i, privateNetworks.get(i));
            }
        }

        OutboundSettings checked() {
            List<Network> networks = new ArrayList<>();
            privateNetworks.forEach(text -> networks.add(Network.of(text)));
            Set<String> hosts =
                    Set.copyOf(
                            allowedHosts.stream()
                                    .map(host -> host.contains(":") ? host : host + ":443")
                                    .toList());
            return new OutboundSettings(hosts, networks, connectTimeout, timeout, maxBytes);
        }

        private static void requireDuration(String key, Duration duration) {
            if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
                throw new BadConfiguration(
                        key, "\"" + duration + "\" is refused; allowed: more than 0s, up to 30s");
            }
        }

        private static void requireHost(String key, String host) {
            if (!HOST.matcher(host).matches()) {
                throw new BadConfiguration(
                        key,
                        "\"" + host + "\" is refused; allowed: HOST or HOST:PORT in lower case");
            }
        }

        private static void network(String key, String text) {
            try {
                Network.of(text);
            } catch (IllegalArgumentException e) {
                throw new BadConfiguration(
                        key,
                        "\""
                                + text
                                + "\" is refused; allowed: 10.1.0.0/16, fd00::/8, or one address");
            }
        }
    }
}
