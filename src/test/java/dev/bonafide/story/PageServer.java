package dev.bonafide.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A server whose pages a browser visits: its links lead to itself, and its cookies are of the
 * browser's day.
 *
 * @param base where the browser finds it; ends with a slash
 */
record PageServer(TestServer server, String base) implements AutoCloseable {
    /** Stands for the server's own origin in what a test configures. */
    private static final String ORIGIN = "ORIGIN";

    /** With the usual methods. */
    static PageServer start() {
        return with("");
    }

    /** With both kinds of keys, for this browser's origin; more of its flows, or at the top. */
    static PageServer withKeys(boolean passwordless, String more) {
        String party = "{rp: {id: localhost, display_name: Bonafide, origins: [ORIGIN]}";
        return with(
                """
                  methods:
                    webauthn: {enabled: true, config: %s, passwordless: %s}}
                    passkey: {enabled: true, config: %s}}
                  flows:
                    registration:
                      after:
                        passkey: {hooks: [{hook: session}]}
                        webauthn: {hooks: [{hook: session}]}
                %s
                """
                        .formatted(party, passwordless, party, more));
    }

    /** The same, with settings of login flows. */
    static PageServer withKeys(boolean passwordless, String login, String more) {
        return withKeys(passwordless, "    login: " + login + "\n" + more);
    }

    /** {@code more}: YAML that goes on within {@code selfservice}. */
    static PageServer with(String more) {
        int port = freePort();
        String base = "http://localhost:" + port + "/";
        TestClock clock = new TestClock();
        clock.forward(Duration.between(clock.now(), Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        String origin = "'" + base.substring(0, base.length() - 1) + "'";
        String yaml =
                """
                serve: {public: {port: %d, base_url: '%s'}}
                selfservice:
                  default_browser_return_url: '%s'
                """
                        .formatted(port, base, base);
        return new PageServer(
                TestServer.start("memory", yaml + more.replace(ORIGIN, origin), clock), base);
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
