package dev.bonafide.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.At;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.DocumentCollection.Direction;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two nodes that write the view, of which one was paused and does not know that the other does. */
class IdentityProjectionTest {
    private static final IdentityEvent.Registered REGISTERED = Somebody.registered();
    private static final IdentityEvent.Erased ERASED =
            new IdentityEvent.Erased(Somebody.ID, 1, Somebody.START);

    private final DocumentCollection documents =
            new MemoryStore(new FakeClock()).documents().collection(IdentityProjection.SHAPE);
    private final IdentityProjection paused = new IdentityProjection(documents);
    private final IdentityProjection owner = new IdentityProjection(documents);

    @Test
    void listsWhoIsRegistered() {
        owner.on(REGISTERED, At.position(2, REGISTERED));
        assertThat(listed()).containsExactly(Somebody.ID.toString());
    }

    @Test
    void whoWasPausedPutsNobodyBackWhoIsErased() {
        owner.on(REGISTERED, At.position(2, REGISTERED));
        owner.on(ERASED, At.position(9, ERASED));
        paused.on(REGISTERED, At.position(2, REGISTERED));
        assertThat(listed()).isEmpty();
    }

    @Test
    void anErasureThatComesTwiceIsOne() {
        owner.on(REGISTERED, At.position(2, REGISTERED));
        owner.on(ERASED, At.position(9, ERASED));
        paused.on(ERASED, At.position(9, ERASED));
        assertThat(listed()).isEmpty();
        assertThat(documents.all(Direction.ASCENDING, "", 10)).hasSize(1);
    }

    private List<String> listed() {
        return documents
                .find(
                        IdentityProjection.LISTED,
                        IdentityProjection.ALL,
                        Direction.ASCENDING,
                        "",
                        10)
                .stream()
                .map(Document::id)
                .toList();
    }
}
