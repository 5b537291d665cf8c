package dev.bonafide.method.oidc.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are public (the registries of RFC 6890). Of IPv6 only the global unicast range
 * is, less what carries an IPv4 address inside or is set aside: a list of what is allowed, because
 * a list of what is not forgets something.
 */
final class Addresses {
    private static final List<Network> SPECIAL =
            networks(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3");

    private static final Network GLOBAL = Network.of("2000::/3");

    /** Protocol assignments with Teredo, documentation, 6to4, documentation again. */
    private static final List<Network> SPECIAL_6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private Addresses() {}

    /** An IPv4 address mapped into IPv6 is an {@link Inet4Address} to the JDK already. */
    static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? none(SPECIAL, address)
                : GLOBAL.holds(address) && none(SPECIAL_6, address);
    }

    private static boolean none(List<Network> networks, InetAddress address) {
        return networks.stream().noneMatch(network -> network.holds(address));
    }

    private static List<Network> networks(String... texts) {
        return List.of(texts).stream().map(Network::of).toList();
    }
}
