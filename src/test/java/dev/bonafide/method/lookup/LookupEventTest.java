package dev.bonafide.method.lookup;

import static dev.bonafide.method.lookup.Fixtures.ADA;
import static dev.bonafide.method.lookup.Fixtures.NOON;
import static dev.bonafide.method.lookup.Fixtures.SALT;
import static dev.bonafide.method.lookup.Fixtures.SET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.GoldenEvent;
import dev.bonafide.method.lookup.LookupEvent.Enrolled;
import dev.bonafide.method.lookup.LookupEvent.Regenerated;
import dev.bonafide.method.lookup.LookupEvent.Removed;
import dev.bonafide.method.lookup.LookupEvent.Used;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookupEventTest {
    private final GoldenEvent golden = new GoldenEvent(new LookupEvents());

    @Test
    void isStoredAsInTheGoldenFiles() throws IOException {
        Sealed.Fresh codes = new Sealed.Fresh(ADA, "aaaaaaa0 aaaaaaa1");
        Sealed closed = GoldenEvent.closed(codes, GoldenEvent.place(Regenerated.class, "set/copy"));
        Enrolled enrolled = new Enrolled(ADA, SET, set(null), NOON);
        Used used = new Used(ADA, SET, 11, NOON);
        Removed removed = new Removed(ADA, SET, NOON);
        golden.check(enrolled, enrolled);
        golden.check(
                new Regenerated(ADA, SET, set(codes), NOON),
                new Regenerated(ADA, SET, set(closed), NOON));
        golden.check(used, used);
        golden.check(removed, removed);
    }

    @Test
    void foldsToTheSetAndWhatIsLeftOfIt() {
        LookupState fresh = LookupState.of(new Enrolled(ADA, SET, set(null), NOON).apply(null));
        assertThat(fresh).isEqualTo(LookupState.fresh(SET, set(null)));
        LookupState less = LookupState.of(new Used(ADA, SET, 3, NOON).apply(fresh));
        assertThat(less).isEqualTo(LookupState.fresh(SET, set(null)).used(3, NOON));
        assertThat(new Regenerated(ADA, SET, set(null), NOON).apply(less)).isEqualTo(fresh);
        assertThat(new Removed(ADA, SET, NOON).apply(less)).isNull();
        assertThat(new Used(ADA, SET, 3, NOON).apply(null)).isNull();
    }

    /** The lineage stays alive, so that a session that used the last code keeps its level. */
    @Test
    void aSpentSetIsAFactorThatCantBeUsed() {
        LookupState codes = Fixtures.held();
        for (int left = 12; left > 0; left--) {
            assertThat(codes.remaining()).isEqualTo(left);
            assertThat(codes.factors()).allMatch(factor -> factor.usable());
            codes = codes.used(left - 1, NOON);
        }
        assertThat(codes.remaining()).isZero();
        assertThat(codes.factors())
                .singleElement()
                .satisfies(factor -> {
                    assertThat(factor.usable()).isFalse();
                    assertThat(factor.aal()).isEqualTo(Aal.AAL2);
                    assertThat(factor.lineage()).isEqualTo(SET);
                    assertThat(factor.channels()).containsExactly(new Channel("lookup:" + SET));
                });
    }

    private static CodeSet set(@Nullable Sealed copy) {
        List<String> hashes = IntStream.range(0, 12).mapToObj(i -> digest("code " + i)).toList();
        return new CodeSet(SALT, Argon2Cost.USUAL, hashes, copy);
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Hashes.sha256(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
