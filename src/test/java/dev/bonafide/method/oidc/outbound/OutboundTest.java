package dev.bonafide.method.oidc.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bonafide.config.Setting;
import dev.bonafide.method.oidc.outbound.OutboundRefused.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OI-11: nothing is called that the operator didn't allow, whoever names it and however. */
class OutboundTest {
    private final RawServer server = new RawServer();
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void stop() {
        server.close();
    }

    private static OutboundSettings settings(String... networks) {
        return new OutboundSettings(
                Set.of(),
                Stream.of(networks).map(Network::of).toList(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                1024);
    }

    private static final OutboundSettings LOOPBACK = settings("127.0.0.0/8");

    /** Calls an address that is on the list of hosts, where every name stands for these. */
    private Reason refusal(OutboundSettings settings, String uri, String... addresses) {
        URI address = URI.create(uri);
        return refusal(
                settings,
                Ask.of(address, Set.of(Ask.authority(address)), Map.of()),
                names(addresses));
    }

    private static Reason refusal(OutboundSettings settings, Ask ask, Names names) {
        try (Outbound outbound = new Outbound(Setting.always(settings), names)) {
            OutboundRefused refused =
                    catchThrowableOfType(OutboundRefused.class, () -> outbound.call(ask));
            assertThat(refused).as(ask + " was called").isNotNull();
            return refused.reason();
        }
    }

    private Names names(String... addresses) {
        return host -> {
            looks.incrementAndGet();
            return addresses.length == 0
                    ? InetAddress.getAllByName(host)
                    : Stream.of(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        };
    }

    /** The table: what a name, or a name's owner, could make this server call. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.170",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void anAddressThatIsNotPublicIsNotConnectedTo(String address) {
        assertThat(refusal(settings(), "https://idp.example:" + server.port() + "/", address))
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(looks).hasValue(1);
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::1"
            })
    void aPublicAddressIsAllowed(String address) {
        assertThat(settings().allows(InetAddress.ofLiteral(address))).isTrue();
    }

    /** A name that stands for a public address and a private one is somebody trying. */
    @Test
    void oneBadAddressAmongGoodOnesIsEnough() {
        String uri = "https://idp.example:" + server.port() + "/";
        assertThat(refusal(settings(), uri, "1.1.1.1", "127.0.0.1")).isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(settings(), uri, "127.0.0.1", "1.1.1.1")).isEqualTo(Reason.FORBIDDEN);
        assertThat(server.connections()).isZero();
    }

    /** DNS rebinding: the second answer would be another, and nobody asks for it. */
    @Test
    void aNameIsLookedUpOnceAndWhatWasLookedAtIsConnectedTo() throws OutboundRefused {
        server.answers("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        AtomicInteger asked = new AtomicInteger();
        Names rebinding =
                host -> {
                    String address = asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2";
                    return new InetAddress[] {InetAddress.ofLiteral(address)};
                };
        try (Outbound outbound =
                new Outbound(Setting.always(settings("127.0.0.1/32")), rebinding)) {
            URI uri = URI.create("http://idp.example:" + server.port() + "/");
            Ask ask = Ask.of(uri, Set.of(Ask.authority(uri)), Map.of());
            assertThat(outbound.call(ask).body()).isEqualTo("ok");
            assertThat(asked).hasValue(1);
            assertThat(catchThrowableOfType(OutboundRefused.class, () -> outbound.call(ask)))
                    .as("the next call looks again, and on no kept connection")
                    .extracting(OutboundRefused::reason)
                    .isEqualTo(Reason.FORBIDDEN);
        }
    }

    @Test
    void plainHttpGoesToAnAllowedLoopbackAddressOnly() {
        String port = ":" + server.port() + "/";
        assertThat(refusal(settings(), "http://127.0.0.1" + port)).isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(settings(), "http://localhost" + port)).isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(settings("::1/128"), "http://127.0.0.1" + port))
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(LOOPBACK, "http://idp.example/", "1.1.1.1")).isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(settings("10.0.0.0/8"), "http://idp.example/", "10.0.0.1"))
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(server.connections()).isZero();
    }

    /** Though their addresses are allowed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://idp.example.evil.example/",
                "https://idp.example./",
                "https://idp.example:8443/",
                "https://idp.example@evil.example/",
                "https://user@idp.example/",
                "https://IDP.example:22/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "ftp://idp.example:443/",
                "file:///etc/passwd",
                "gopher://idp.example:443/",
                "jar:https://idp.example!/x",
                "//idp.example/",
                "idp.example",
                "https:///x",
                "http://idp.example:443/"
            })
    void whatIsOnNoListIsNotCalled(String uri) {
        Ask ask = Ask.of(URI.create(uri), Set.of("idp.example:443"), Map.of());
        Names nowhere =
                host -> {
                    looks.incrementAndGet();
                    return new InetAddress[] {InetAddress.ofLiteral("10.9.9.9")};
                };
        assertThat(refusal(settings("10.0.0.0/8"), ask, nowhere)).isEqualTo(Reason.FORBIDDEN);
        assertThat(looks.get()).isLessThanOrEqualTo(uri.startsWith("http://") ? 1 : 0);
    }
}
