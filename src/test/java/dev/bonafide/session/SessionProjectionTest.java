package dev.bonafide.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.identity.Somebody;
import dev.bonafide.log.At;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.DocumentCollection.Direction;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two nodes that write the view, of which one was paused and does not know that the other does. */
class SessionProjectionTest {
    private static final SessionEvent.Started STARTED = Login.started(0);
    private static final IdentityEvent.Erased ERASED =
            new IdentityEvent.Erased(Somebody.ID, 1, Somebody.START);

    private final DocumentCollection documents =
            new MemoryStore(new FakeClock()).documents().collection(SessionProjection.SHAPE);
    private final SessionProjection paused = new SessionProjection(documents);
    private final SessionProjection owner = new SessionProjection(documents);

    @Test
    void listsSessionsByIdentityAndOverAll() {
        owner.on(STARTED, At.position(3, STARTED));
        assertThat(all()).containsExactly(Login.ID.toString());
        assertThat(theirs()).containsExactly(Login.ID.toString());
    }

    @Test
    void whoWasPausedPutsBackNoSessionOfSomebodyErased() {
        owner.on(STARTED, At.position(3, STARTED));
        owner.on(ERASED, At.position(9, ERASED));
        paused.on(STARTED, At.position(3, STARTED));
        assertThat(all()).isEmpty();
        assertThat(theirs()).isEmpty();
    }

    private List<String> all() {
        return found(SessionProjection.LISTED, SessionProjection.ALL);
    }

    private List<String> theirs() {
        return found(SessionProjection.IDENTITY, Somebody.ID.toString());
    }

    private List<String> found(String index, String key) {
        return documents.find(index, key, Direction.ASCENDING, "", 10).stream()
                .map(Document::id)
                .toList();
    }
}
