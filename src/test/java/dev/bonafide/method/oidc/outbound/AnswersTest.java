package dev.bonafide.method.oidc.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bonafide.config.Setting;
import dev.bonafide.method.oidc.outbound.OutboundRefused.Reason;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OI-11: what is answered is read with limits, and nothing in it is obeyed. */
class AnswersTest {
    private static final OutboundSettings LOOPBACK =
            new OutboundSettings(
                    Set.of(),
                    List.of(Network.of("127.0.0.0/8")),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(20),
                    1024);

    private final RawServer server = new RawServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Ask ask() {
        return ask("http://127.0.0.1:" + server.port() + "/");
    }

    private static Ask ask(String uri) {
        URI address = URI.create(uri);
        return Ask.of(address, Set.of(Ask.authority(address)), Map.of());
    }

    private static Reason refusal(Ask ask, Names names) {
        try (Outbound outbound = new Outbound(Setting.always(LOOPBACK), names)) {
            OutboundRefused refused =
                    catchThrowableOfType(OutboundRefused.class, () -> outbound.call(ask));
            assertThat(refused).as("something came of it").isNotNull();
            return refused.reason();
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        for (int status : List.of(301, 302, 303, 307, 308)) {
            server.answers(
                    "HTTP/1.1 %d Moved\r\nLocation: http://127.0.0.1:%d/next\r\nContent-Length: 0\r\n\r\n"
                            .formatted(status, server.port()));
            assertThat(refusal(ask(), Names.system())).isEqualTo(Reason.FAILED);
        }
        assertThat(server.connections()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1025\r\n\r\n%1025",
                "HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n%99999",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFF\r\n%99999",
                "HTTP/1.1 200 OK\r\n\r\n%99999",
                "HTTP/1.1 200 OK\r\nX: %99999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "SSH-2.0-OpenSSH_9.9\r\n",
                "\r\n\r\n\r\n",
                ""
            })
    void tooMuchOrNonsenseIsRefused(String answer) {
        server.answers(RawServer.filled(answer));
        assertThat(refusal(ask(), Names.system())).isEqualTo(Reason.FAILED);
    }

    /** A small answer that unpacks into a large one is not unpacked. */
    @Test
    void nothingIsUnpacked() throws OutboundRefused {
        server.answers("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nxx");
        try (Outbound outbound = new Outbound(Setting.always(LOOPBACK), Names.system())) {
            Told told = outbound.call(ask());
            assertThat(told.body()).isEqualTo("xx");
            assertThat(server.request()).doesNotContainIgnoringCase("accept-encoding");
        }
    }

    @Test
    void aNameThatNobodyKnowsIsAFailure() {
        Names nobody =
                host -> {
                    throw new UnknownHostException(host);
                };
        assertThat(refusal(ask("https://idp.example/"), nobody)).isEqualTo(Reason.FAILED);
    }
}
