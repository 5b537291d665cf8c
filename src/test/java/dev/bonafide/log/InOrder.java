package dev.bonafide.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.example.TallyEvent;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.axonframework.eventhandling.EventHandler;

/** A view that stops if a position comes before an earlier one. Another may have had them, too. */
final class InOrder implements Projection {
    static final String NAME = "in-order-1";

    private final Set<Long> seen;
    private long last;

    InOrder(Set<Long> seen) {
        this.seen = seen;
    }

    static Set<Long> positions() {
        return new ConcurrentSkipListSet<>();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void clear() {
        last = 0;
    }

    @EventHandler
    void on(TallyEvent.Raised raised, Recorded recorded) {
        assertThat(recorded.position()).isGreaterThan(last);
        last = recorded.position();
        seen.add(last);
    }
}
