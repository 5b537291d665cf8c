package dev.bonafide.log.event;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.Meta;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What keeps a value from being sealed reaches whoever asked, and is no fault of ours. */
class EventSealingTest {
    private static final IdentityId ADA =
            new IdentityId(UUID.fromString("0199a1b2-0000-7000-8000-000000000001"));

    private final EventCodec codec = new EventCodec(List.of(), List.of());

    @Test
    void aRefusalIsThrownAsItIs() {
        Refused erased = new Refused("identity.erased", "this identity was erased");
        assertThatThrownBy(() -> seal(erased)).isSameAs(erased);
    }

    @Test
    void soIsAStoreThatDoesNotAnswer() {
        Unavailable silent = new Unavailable("no answer", new IllegalStateException());
        assertThatThrownBy(() -> seal(silent)).isSameAs(silent);
    }

    private void seal(RuntimeException outcome) {
        Sealer sealer =
                (value, place) -> {
                    throw outcome;
                };
        Meta meta = new Meta("person", "r", null, null, new Sealed.Fresh(ADA, "here"));
        codec.writeMeta(meta, "e1", sealer);
    }
}
