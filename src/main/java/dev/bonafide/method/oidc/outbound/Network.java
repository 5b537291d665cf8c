package dev.bonafide.method.oidc.outbound;

import java.net.InetAddress;
import java.util.HexFormat;

/**
 * A block of addresses.
 *
 * @param base its first address, 4 or 16 bytes in hexadecimal
 * @param bits how many leading bits all its addresses share
 */
record Network(String base, int bits) {
    /**
     * Reads CIDR notation ({@code 10.0.0.0/8}, {@code fd00::/8}) or one address.
     *
     * @throws IllegalArgumentException for anything else; names are never looked up
     */
    static Network of(String text) {
        int slash = text.indexOf('/');
        byte[] address =
                InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash)).getAddress();
        int all = address.length * 8;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("no network: " + text);
        }
        return new Network(HexFormat.of().formatHex(address), bits);
    }

    boolean holds(InetAddress address) {
        byte[] mine = HexFormat.of().parseHex(base);
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (((mine[bit / 8] ^ theirs[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
