package dev.bonafide.method.oidc.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. Blocks for as long as the name server lets it. */
@FunctionalInterface
public interface Names {
    /** All of them, at least one. */
    InetAddress[] addresses(String host) throws UnknownHostException;

    /** The machine's resolver. */
    static Names system() {
        return InetAddress::getAllByName;
    }
}
