package dev.bonafide.method.totp;

import static dev.bonafide.method.totp.Fixtures.ADA;
import static dev.bonafide.method.totp.Fixtures.APP;
import static dev.bonafide.method.totp.Fixtures.URL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.GoldenEvent;
import dev.bonafide.method.totp.TotpEvent.Enrolled;
import dev.bonafide.method.totp.TotpEvent.Removed;
import dev.bonafide.method.totp.TotpEvent.Used;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpEventTest {
    private static final Sealed.Fresh SECRET = new Sealed.Fresh(ADA, URL.text());
    private static final Enrolled ENROLLED =
            new Enrolled(ADA, APP, SECRET, 59_853_600, Instant.parse("2026-11-25T12:00:10Z"));
    private static final Used USED =
            new Used(ADA, APP, 59_853_602, Instant.parse("2026-11-25T12:01:13.25Z"));
    private static final Removed REMOVED =
            new Removed(ADA, APP, Instant.parse("2026-11-25T13:00:00Z"));

    private final GoldenEvent golden = new GoldenEvent(new TotpEvents());

    @Test
    void isStoredAsInTheGoldenFiles() throws IOException {
        Sealed closed = GoldenEvent.closed(SECRET, GoldenEvent.place(Enrolled.class, "url"));
        golden.check(ENROLLED, new Enrolled(ADA, APP, closed, ENROLLED.step(), ENROLLED.at()));
        golden.check(USED, USED);
        golden.check(REMOVED, REMOVED);
    }

    @Test
    void foldsToTheAppAndItsLastStep() {
        TotpState linked = TotpState.of(ENROLLED.apply(null));
        assertThat(linked).isEqualTo(new TotpState(APP, SECRET, 59_853_600));
        assertThat(USED.apply(linked)).isEqualTo(new TotpState(APP, SECRET, 59_853_602));
        assertThat(REMOVED.apply(linked)).isNull();
        assertThat(USED.apply(null)).isNull();
    }

    @Test
    void neverPrintsTheSecret() {
        assertThat(ENROLLED + " " + ENROLLED.apply(null) + " " + URL).doesNotContain(URL.secret());
    }
}
