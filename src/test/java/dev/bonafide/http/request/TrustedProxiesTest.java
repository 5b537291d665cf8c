package dev.bonafide.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.config.BadConfiguration;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final TrustedProxies PROXIES =
            new TrustedProxies(List.of("10.0.0.0/9", "192.0.2.7", "2001:db8::/33"));

    private static String client(TrustedProxies proxies, String peer, String... forwarded) {
        return proxies.client(InetAddress.ofLiteral(peer), List.of(forwarded));
    }

    @Test
    void believesNobodyByDefault() {
        TrustedProxies none = new TrustedProxies(List.of());
        assertThat(client(none, "10.0.0.1", "203.0.113.9")).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1,203.0.113.9,203.0.113.9",
        "10.127.255.255,203.0.113.9,203.0.113.9",
        "10.128.0.0,203.0.113.9,10.128.0.0",
        "192.0.2.7,203.0.113.9,203.0.113.9",
        "192.0.2.6,203.0.113.9,192.0.2.6",
        "2001:db8:7fff::1,203.0.113.9,203.0.113.9",
        "2001:db8:8000::1,203.0.113.9,2001:db8:8000:0:0:0:0:1"
    })
    void believesAProxyInsideItsNetworkOnly(String peer, String forwarded, String client) {
        assertThat(client(PROXIES, peer, forwarded)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`6.6.6.6, 203.0.113.9`,203.0.113.9",
                "`6.6.6.6, 203.0.113.9, 10.0.0.2`,203.0.113.9",
                "`10.0.0.3, 10.0.0.2`,10.0.0.3",
                "203.0.113.9:1234,203.0.113.9",
                "[2001:db9::1]:443,2001:db9:0:0:0:0:0:1",
                "[2001:db9::1],2001:db9:0:0:0:0:0:1",
                "2001:db9::1,2001:db9:0:0:0:0:0:1",
                "::ffff:203.0.113.9,203.0.113.9"
            })
    void readsHopsFromTheRight(String forwarded, String client) {
        assertThat(client(PROXIES, "10.0.0.1", forwarded)).isEqualTo(client);
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertThat(client(PROXIES, "10.0.0.1", "6.6.6.6", "203.0.113.9, 10.0.0.2"))
                .isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "localhost",
                "evil.example",
                "1.2.3",
                "999.1.1.1",
                "1.2.3.4.5",
                "::g",
                "fe80::1%eth0",
                "203.0.113.9,",
                "203.0.113.9,_hidden",
                "<script>",
                "0x7f.1.1.1"
            })
    void stopsAtTheLastHopThatMakesSense(String forwarded) {
        assertThat(client(PROXIES, "10.0.0.1", forwarded)).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "proxy", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/", "::/129", "1.1.1.1/x"})
    void refusesAConfiguredProxyThatIsNoAddress(String entry) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(entry)))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageStartingWith("bonafide.http.trusted_proxies: \"" + entry + "\"");
    }
}
