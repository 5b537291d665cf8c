package dev.bonafide.log.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.store.Commit;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final StreamId STREAM = StreamId.of(StreamKind.SESSION, new UUID(0, 1));
    private static final HexFormat HEX = HexFormat.of();

    private static Draft draft(long sequence) {
        return Draft.of(
                HEX.parseHex("00112233445566778899aabbccddeeff"),
                List.of(new Read(STREAM, sequence - 1, 0)),
                List.of(new Commit.Key(STREAM, sequence)),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static Commit link(Head head, long sequence, long now) {
        return Chain.link(head, draft(sequence), new byte[16], now);
    }

    /** Laid out by hand, so that another implementation can be held against it. */
    @Test
    void hashesTheFieldsOfTheHeaderInFixedWidths() {
        String header =
                "00000001" // version
                        + "0000000000000001" // position
                        + "00000001" // count
                        + "00112233445566778899aabbccddeeff" // id
                        + "00000000000000000000000000000000" // node
                        + "00000000000f4240" // at
                        + "00".repeat(32) // previous
                        + HEX.formatHex(Hashes.sha256("{}".getBytes(StandardCharsets.UTF_8)));

        assertThat(link(Head.EMPTY, 0, 1_000_000).hash())
                .isEqualTo(Hashes.sha256(HEX.parseHex(header)));
    }

    @Test
    void followsTheHeadInPositionHashAndTime() {
        Commit first = link(Head.EMPTY, 0, 1_000);
        Commit second = link(Head.of(first), 1, 900);

        assertThat(second.position()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.at()).isEqualTo(1_000);
        assertThat(Chain.fault(Head.EMPTY, first)).isEmpty();
        assertThat(Chain.fault(Head.of(first), second)).isEmpty();
    }

    @Test
    void findsWhatDoesNotFollow() {
        Commit first = link(Head.EMPTY, 0, 1_000);
        Commit second = link(Head.of(first), 1, 2_000);

        assertThat(Chain.fault(Head.EMPTY, second)).contains("it leaves a gap");
        assertThat(Chain.fault(new Head(1, new byte[32], 0), second))
                .contains("it does not follow the commit before");
        assertThat(Chain.fault(new Head(1, first.hash(), 3_000), second))
                .contains("its time is before the commit before");
    }
}
