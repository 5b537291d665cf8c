package dev.bonafide.http.server;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import dev.bonafide.config.ServeSettings;
import dev.bonafide.http.request.TrustedProxies;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What the listeners need to know.
 *
 * @param open the public listener
 * @param admin the admin listener; whoever reaches it may do everything
 * @param cors whose pages may read what the public listener answers
 * @param trustedProxies addresses and networks ({@code 10.0.0.0/8}) whose {@code X-Forwarded-For}
 *     is believed; none by default, because anyone can send that header
 */
public record HttpSettings(
        Listening open,
        Listening admin,
        CorsSettings cors,
        List<String> trustedProxies,
        Limits limits) {
    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** {@code bonafide.http}. */
    record Own(
            @Default("[]")
                    @Doc(
                            value =
                                    "Proxies whose `X-Forwarded-For` is believed; anybody can send that header.",
                            allowed = "addresses and networks like `10.0.0.0/8`")
                    List<String> trustedProxies) {
        Own {
            TrustedProxies.check("trusted_proxies", trustedProxies);
        }
    }

    /**
     * What the configuration says: Kratos' {@code serve.public} and {@code serve.admin}, and {@code
     * bonafide.http.trusted_proxies}.
     *
     * @throws dev.bonafide.config.BadConfiguration for addresses that cannot be
     */
    public static HttpSettings of(Configuration configuration) {
        ServeSettings serve = ServeSettings.of(configuration);
        return new HttpSettings(
                Listening.of(serve.publicApi()),
                Listening.of(serve.adminApi()),
                CorsSettings.of(configuration),
                configuration.bind("bonafide.http", Own.class).trustedProxies(),
                Limits.defaults());
    }

    /**
     * Where one listener listens and what it calls itself.
     *
     * @param host an address or a name of this machine
     * @param port 0 for any that is free
     * @param baseUrl as clients see it; the only source of URLs in answers, because a Host header
     *     can be forged
     */
    public record Listening(String host, int port, URI baseUrl) {
        static Listening of(ServeSettings.Listener listener) {
            return new Listening(listener.host(), listener.port(), listener.baseUrl());
        }
    }

    /**
     * Bounds for one listener.
     *
     * @param bodyBytesMost of one request; more is 413
     * @param headBytesMost of request line and headers; more is 431
     * @param connectionsMost at once; more are closed at once
     * @param calls that endpoints answer at once
     * @param waits how long clients are waited for
     */
    public record Limits(
            int bodyBytesMost, int headBytesMost, int connectionsMost, Calls calls, Waits waits) {
        /** Contract clause 0.1 (5 MB), and what a small machine stands. */
        public static Limits defaults() {
            Duration patience = Duration.ofSeconds(30);
            return new Limits(
                    5 * 1024 * 1024,
                    16 * 1024,
                    4096,
                    new Calls(256, 1024, Duration.ofSeconds(5)),
                    new Waits(patience, patience, patience));
        }
    }

    /**
     * Bounds on endpoints.
     *
     * @param running at once
     * @param waiting for one to end; more are told to come back (429)
     * @param patience of a waiting one before it is told the same
     */
    public record Calls(int running, int waiting, Duration patience) {}

    /**
     * How long a client may take; slower ones are cut, so that they cannot hold connections.
     *
     * @param head from connecting, or from the last answer, to the end of the next request's
     *     headers
     * @param body from the end of the headers to the end of the body; then 408
     * @param reading to take an answer off our hands
     */
    public record Waits(Duration head, Duration body, Duration reading) {}
}
