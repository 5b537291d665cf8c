package dev.bonafide.method.fido;

import static dev.bonafide.method.fido.KeyFixtures.ADA;
import static dev.bonafide.method.fido.KeyFixtures.KEY;
import static dev.bonafide.method.fido.KeyFixtures.NOON;
import static dev.bonafide.method.fido.KeyFixtures.SEALED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.log.EventTypes;
import dev.bonafide.method.GoldenEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the events of any method with keys do, and that they stay as they are stored. */
public abstract class KeyEventContract<E extends EventTypes & KeyEvents> {
    private static final Instant BEFORE = Instant.parse("2020-01-02T03:04:05.678Z");

    private final E events;
    private final Aal aal;
    private final GoldenEvent golden;
    private final CredentialEvent enrolled;
    private final CredentialEvent imported;
    private final CredentialEvent used;
    private final CredentialEvent wentBack;
    private final CredentialEvent removed;

    /**
     * For the events of one method.
     *
     * @param aal what its keys count as here
     */
    protected KeyEventContract(E events, Aal aal) {
        this.events = events;
        this.aal = aal;
        this.golden = new GoldenEvent(events);
        this.enrolled = events.enrolled(ADA, KEY, KeyFixtures.facts(aal), NOON);
        this.imported = imported(KeyFixtures.facts(aal));
        this.used = events.used(ADA, KEY, new KeyUse(9, true, false, false), NOON);
        this.wentBack = events.counterWentBack(ADA, KEY, 9, 8, NOON);
        this.removed = events.removed(ADA, KEY, NOON);
    }

    private CredentialEvent imported(KeyFacts facts) {
        return events.imported(ADA, new Key(KEY, facts, BEFORE, true, true), NOON);
    }

    @Test
    void isStoredAsInTheGoldenFiles() throws IOException {
        golden.check(enrolled, events.enrolled(ADA, KEY, closed(enrolled), NOON));
        golden.check(imported, imported(closed(imported)));
        golden.check(used, used);
        golden.check(wentBack, wentBack);
        golden.check(removed, removed);
    }

    @Test
    void foldsToTheKeysAndTheirCounters() {
        KeysState bound = Objects.requireNonNull(KeysState.of(enrolled.apply(null)));
        assertThat(bound.keys().getFirst().facts().signCount()).isEqualTo(7);
        assertThat(bound.factors())
                .singleElement()
                .satisfies(factor -> {
                    assertThat(factor.aal()).isEqualTo(aal);
                    assertThat(factor.method()).isEqualTo(events.method());
                });
        assertThat(KeysState.keys(used.apply(bound)).getFirst().facts().signCount()).isEqualTo(9);
        assertThat(KeysState.keys(wentBack.apply(bound)).getFirst().copied()).isTrue();
        assertThat(removed.apply(bound)).isNull();
        assertThat(used.apply(null)).isNull();
    }

    @Test
    void anImportedKeyKeepsItsAge() {
        KeysState bound = Objects.requireNonNull(KeysState.of(imported.apply(null)));
        assertThat(bound.keys().getFirst().imported()).isTrue();
        assertThat(bound.keys().getFirst().addedAt()).isEqualTo(BEFORE);
    }

    @Test
    void neverPrintsWhatIsSealed() {
        assertThat(enrolled + " " + enrolled.apply(null) + KeyFixtures.MATERIAL)
                .doesNotContain(KeyFixtures.MATERIAL.publicKey())
                .doesNotContain("Blue");
    }

    private KeyFacts closed(CredentialEvent event) {
        Sealed.Place place = GoldenEvent.place(event.getClass(), "key/material");
        return KeyFixtures.facts(aal, GoldenEvent.closed(SEALED, place));
    }
}
