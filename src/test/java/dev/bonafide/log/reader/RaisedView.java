package dev.bonafide.log.reader;

import dev.bonafide.log.Projection;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.View;
import dev.bonafide.log.example.TallyEvent;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import org.axonframework.eventhandling.EventHandler;

/** One document for each time that a tally was raised. */
final class RaisedView implements View {
    static final CollectionShape SHAPE = new CollectionShape("raised-1", Set.of());

    private final DocumentCollection documents;
    private final Hindrance hindrance;

    /** What happens before an event is applied, while the view is driven or built anew. */
    static final class Hindrance {
        private volatile Runnable opening = () -> {};
        private volatile LongConsumer driving = _ -> {};
        private volatile LongConsumer building = _ -> {};
        private volatile DocumentCollection shown;

        Hindrance(DocumentCollection first) {
            shown = first;
        }

        void whileOpened(Runnable what) {
            opening = what;
        }

        void whileDriven(LongConsumer what) {
            driving = what;
        }

        void whileBuilt(LongConsumer what) {
            building = what;
        }

        static LongConsumer failing() {
            return position -> {
                throw new IllegalStateException("cannot");
            };
        }

        /** Tells that it is there, then waits. */
        static LongConsumer waiting(CountDownLatch there, CountDownLatch go) {
            return position -> {
                there.countDown();
                await(go);
            };
        }

        static void await(CountDownLatch go) {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    RaisedView(DocumentCollection documents, Hindrance hindrance) {
        this.documents = documents;
        this.hindrance = hindrance;
    }

    @Override
    public CollectionShape shape() {
        return SHAPE;
    }

    @Override
    public Projection onto(DocumentCollection other) {
        hindrance.opening.run();
        return new RaisedView(other, hindrance);
    }

    @Override
    public void clear() {
        documents.clear();
    }

    @EventHandler
    void on(TallyEvent.Raised event, Recorded recorded) {
        boolean first = documents.equals(hindrance.shown);
        (first ? hindrance.driving : hindrance.building).accept(recorded.position());
        documents.insert(Document.of("%05d".formatted(recorded.position()), "{}", null));
    }
}
