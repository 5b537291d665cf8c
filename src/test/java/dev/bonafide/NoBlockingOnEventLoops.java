package dev.bonafide;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import reactor.blockhound.BlockHound;

/**
 * Turns a blocking call on an event loop into an error, in every test of this project. Found by
 * JUnit through {@code META-INF/services}, so that no test can forget it.
 */
public final class NoBlockingOnEventLoops implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        BlockHound.builder()
                .loadIntegrations()
                // Reads the kernel's random device, which does not wait once the machine is up.
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                // Waits, where many threads want a buffer at once, for the few instructions under
                // Netty's own lock.
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                // A provider that tests log in at answers on its own event loop, as it likes.
                .allowBlockingCallsInside(
                        "no.nav.security.mock.oauth2.http.NettyWrapper$RouterChannelHandler",
                        "channelRead0")
                .install();
    }
}
