package dev.bonafide.method.oidc.outbound;

import dev.bonafide.method.oidc.outbound.OutboundRefused.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** What one call is held to: the settings of one edition, for one address. */
record Policy(OutboundSettings settings, Ask ask) {
    String authority() {
        return Ask.authority(ask.uri());
    }

    /**
     * The address as it is written. Names are looked at in {@link #addresses}: what a name stands
     * for is known when it is connected to, not before (DNS rebinding).
     */
    void requireAllowed() throws OutboundRefused {
        URI uri = ask.uri();
        boolean clean = uri.getHost() != null && uri.getRawUserInfo() == null;
        require(clean, "no address to call: it has no host, or a user in it");
        require(
                "https".equals(uri.getScheme()) || isPlain(),
                authority() + " is not called by " + uri.getScheme());
        require(
                ask.hosts().contains(authority()) || settings.hosts().contains(authority()),
                authority()
                        + " is on no list of hosts; "
                        + OutboundSettings.PATH
                        + ".allowed_hosts could name it");
    }

    private boolean isPlain() {
        return "http".equals(ask.uri().getScheme());
    }

    /**
     * Where a connection may go: all that the name stands for, or nowhere. One bad address among
     * good ones is somebody trying.
     */
    InetAddress[] addresses(Names names, String host) throws UnknownHostException {
        InetAddress[] all = names.addresses(host);
        if (all.length == 0 || !Arrays.stream(all).allMatch(this::allows)) {
            throw new ForbiddenAddress(host);
        }
        return all;
    }

    private boolean allows(InetAddress address) {
        boolean local = address.isLoopbackAddress() && settings.isListed(address);
        return isPlain() ? local : settings.allows(address);
    }

    private static void require(boolean holds, String problem) throws OutboundRefused {
        if (!holds) {
            throw new OutboundRefused(Reason.FORBIDDEN, problem);
        }
    }

    /** That a name stands for what may not be called. */
    static final class ForbiddenAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        ForbiddenAddress(String host) {
            super(
                    host
                            + " stands for an address that is not public; "
                            + OutboundSettings.PATH
                            + ".private_networks could allow it");
        }
    }
}
