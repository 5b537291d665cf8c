package dev.bonafide.log.reader;

import dev.bonafide.log.Projection;
import dev.bonafide.log.commit.OpenCommit;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;

/** A projection's methods with Axon's {@code @EventHandler}. */
final class Handlers {
    private final AnnotationEventHandlerAdapter adapter;

    Handlers(Projection projection) {
        adapter =
                new AnnotationEventHandlerAdapter(
                        projection,
                        MultiParameterResolverFactory.ordered(
                                new RecordedParameter(),
                                ClasspathParameterResolverFactory.forClass(projection.getClass())));
    }

    /**
     * Hands over the event, if a method takes its kind; what no method takes is not even decoded.
     *
     * @return whether one took it
     */
    boolean handle(OpenCommit commit, int index) throws Exception {
        boolean taken = adapter.canHandleType(commit.type(index));
        if (taken) {
            adapter.handle(RecordedParameter.message(commit.event(index)));
        }
        return taken;
    }
}
