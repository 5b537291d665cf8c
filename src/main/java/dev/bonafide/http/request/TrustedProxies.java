package dev.bonafide.http.request;

import dev.bonafide.config.BadConfiguration;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the client's address. Forwarded headers count only as far as every hop that wrote them is
 * trusted (CWE-290): they are read from the right, and the first address that is not a trusted
 * proxy's is the client.
 */
public final class TrustedProxies {
    // Names are never resolved: the header would make us send queries for an attacker.
    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** RFC 7239 section 6 and common practice: a port may follow, an IPv6 address is bracketed. */
    private static final Pattern HOP =
            Pattern.compile("(?:\\[([^]]*)]|([0-9.]+))(?::[0-9]{1,5})?|(.*)");

    private static final String KEY = "bonafide.http.trusted_proxies";

    private final List<Network> networks;

    /**
     * @param entries addresses and networks, as {@code bonafide.http.trusted_proxies} lists them
     * @throws BadConfiguration naming the entry that is neither
     */
    public TrustedProxies(List<String> entries) {
        networks = entries.stream().map(entry -> network(KEY, entry)).toList();
    }

    /**
     * Looks at the entries for a settings record.
     *
     * @param key of the list in that record
     * @throws BadConfiguration naming the first entry that is no address
     */
    public static void check(String key, List<String> entries) {
        for (int i = 0; i < entries.size(); i++) {
            network(key + '.' + i, entries.get(i));
        }
    }

    /** The client's address without port. */
    String client(InetAddress peer, List<String> forwardedFor) {
        if (networks.isEmpty() || forwardedFor.isEmpty()) {
            return peer.getHostAddress();
        }
        List<String> hops = List.of(String.join(",", forwardedFor).split(",", -1));
        InetAddress client = peer;
        for (String hop : hops.reversed()) {
            Optional<InetAddress> next = trusts(client) ? address(hop.strip()) : Optional.empty();
            if (next.isEmpty()) {
                break;
            }
            client = next.get();
        }
        return client.getHostAddress();
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address.getAddress()));
    }

    private static Optional<InetAddress> address(String hop) {
        Matcher match = HOP.matcher(hop);
        return match.matches()
                ? Arrays.stream(new String[] {match.group(1), match.group(2), match.group(3)})
                        .filter(group -> group != null && !group.isEmpty())
                        .findFirst()
                        .flatMap(TrustedProxies::literal)
                : Optional.empty();
    }

    private static Optional<InetAddress> literal(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Network network(String key, String entry) {
        int slash = entry.indexOf('/');
        String address = slash < 0 ? entry : entry.substring(0, slash);
        byte[] bytes = literal(address).orElseThrow(() -> bad(key, entry)).getAddress();
        int most = bytes.length * 8;
        int bits = slash < 0 ? most : bits(entry.substring(slash + 1), most);
        if (bits > most) {
            throw bad(key, entry);
        }
        return new Network(bytes, bits);
    }

    /** More than there are where the text is no number. */
    private static int bits(String text, int most) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : most + 1;
    }

    private static BadConfiguration bad(String key, String entry) {
        return new BadConfiguration(
                key,
                '"' + entry + "\" is refused; allowed: IP addresses and networks like 10.0.0.0/8");
    }

    /** The addresses that share the first bits with one. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record Network(byte[] prefix, int bits) {
        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = whole < prefix.length ? 0xFF00 >> bits % 8 & 0xFF : 0;
            return Arrays.equals(address, 0, whole, prefix, 0, whole)
                    && (mask == 0 || (address[whole] & mask) == (prefix[whole] & mask));
        }
    }
}
