package dev.bonafide.method.webauthn;

import static dev.bonafide.method.fido.KeyFixtures.ADA;
import static dev.bonafide.method.fido.KeyFixtures.KEY;
import static dev.bonafide.method.fido.KeyFixtures.NOON;
import static dev.bonafide.method.fido.KeyFixtures.SEALED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.GoldenEvent;
import dev.bonafide.method.fido.KeyFacts;
import dev.bonafide.method.fido.KeyFixtures;
import dev.bonafide.method.fido.KeyUse;
import dev.bonafide.method.fido.KeysState;
import dev.bonafide.method.webauthn.WebAuthnEvent.CounterWentBack;
import dev.bonafide.method.webauthn.WebAuthnEvent.Enrolled;
import dev.bonafide.method.webauthn.WebAuthnEvent.Imported;
import dev.bonafide.method.webauthn.WebAuthnEvent.Removed;
import dev.bonafide.method.webauthn.WebAuthnEvent.Used;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WebAuthnEventTest {
    private static final Instant BEFORE = Instant.parse("2020-01-02T03:04:05.678Z");
    private static final KeyFacts FRESH = KeyFixtures.facts(Aal.AAL2);
    private static final Enrolled ENROLLED = new Enrolled(ADA, KEY, FRESH, NOON);
    private static final Imported IMPORTED = new Imported(ADA, KEY, FRESH, BEFORE, true, NOON);
    private static final Used USED = new Used(ADA, KEY, new KeyUse(9, true, false, false), NOON);
    private static final CounterWentBack WENT_BACK = new CounterWentBack(ADA, KEY, 9, 8, NOON);
    private static final Removed REMOVED = new Removed(ADA, KEY, NOON);

    private final GoldenEvent golden = new GoldenEvent(new WebAuthnEvents());

    @Test
    void isStoredAsInTheGoldenFiles() throws IOException {
        golden.check(ENROLLED, new Enrolled(ADA, KEY, closed(Enrolled.class), NOON));
        golden.check(IMPORTED, new Imported(ADA, KEY, closed(Imported.class), BEFORE, true, NOON));
        golden.check(USED, USED);
        golden.check(WENT_BACK, WENT_BACK);
        golden.check(REMOVED, REMOVED);
    }

    @Test
    void foldsToTheKeysAndTheirCounters() {
        KeysState bound = Objects.requireNonNull(KeysState.of(ENROLLED.apply(null)));
        assertThat(bound.keys().getFirst().facts().signCount()).isEqualTo(7);
        assertThat(bound.factors())
                .singleElement()
                .satisfies(factor -> {
                    assertThat(factor.aal()).isEqualTo(Aal.AAL2);
                    assertThat(factor.method()).isEqualTo(WebAuthnMethod.ID);
                });
        assertThat(KeysState.keys(USED.apply(bound)).getFirst().facts().signCount()).isEqualTo(9);
        assertThat(KeysState.keys(WENT_BACK.apply(bound)).getFirst().copied()).isTrue();
        assertThat(REMOVED.apply(bound)).isNull();
        assertThat(USED.apply(null)).isNull();
    }

    @Test
    void anImportedKeyKeepsItsAge() {
        KeysState bound = Objects.requireNonNull(KeysState.of(IMPORTED.apply(null)));
        assertThat(bound.keys().getFirst().imported()).isTrue();
        assertThat(bound.keys().getFirst().addedAt()).isEqualTo(BEFORE);
    }

    @Test
    void neverPrintsWhatIsSealed() {
        assertThat(ENROLLED + " " + ENROLLED.apply(null) + KeyFixtures.MATERIAL)
                .doesNotContain(KeyFixtures.MATERIAL.publicKey())
                .doesNotContain("Blue");
    }

    private static KeyFacts closed(Class<?> event) {
        Sealed box = GoldenEvent.closed(SEALED, GoldenEvent.place(event, "key/material"));
        return KeyFixtures.facts(Aal.AAL2, box);
    }
}
