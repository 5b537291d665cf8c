package dev.bonafide.audit.stream;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.Onward;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.event.Undecodable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stretch of the log as others are told it.
 *
 * @param after the position that it follows
 * @param last position of the last event that was read for it, told or not; {@code after} if there
 *     is none
 * @param readable false if the next event cannot be read by this release
 */
record Page(long after, long last, List<PublicEvent> events, boolean readable) {

    /** Reads pages; who asks for the same one as the last asker gets the same. */
    static final class Source {
        private static final Logger LOG = LoggerFactory.getLogger(Page.class);
        private static final int COMMITS = 50;

        private final Onward log;
        private final Function<Recorded, Optional<PublicEvent>> told;
        private Optional<Page> read = Optional.empty();
        private boolean failing;

        Source(Onward log, Function<Recorded, Optional<PublicEvent>> told) {
            this.log = log;
            this.told = told;
        }

        /** A round begins: there may be more by now. */
        void forget() {
            read = Optional.empty();
        }

        Page after(long position) {
            Page page =
                    read.filter(last -> last.after() == position).orElseGet(() -> fetch(position));
            read = Optional.of(page);
            return page;
        }

        private Page fetch(long position) {
            try {
                Page page = page(position, log.after(position, COMMITS));
                failing = false;
                return page;
            } catch (Undecodable e) {
                LOG.warn("Streams of events end at {}: {}", position, e.getMessage());
                return new Page(position, position, List.of(), false);
            } catch (Unavailable e) {
                tell(e);
                return page(position, List.of());
            }
        }

        private Page page(long after, List<Recorded> read) {
            long last = read.isEmpty() ? after : read.getLast().position();
            List<PublicEvent> events = read.stream().map(told).flatMap(Optional::stream).toList();
            return new Page(after, last, events, true);
        }

        /** Once per outage. */
        private void tell(Unavailable e) {
            if (!failing) {
                LOG.warn("Streams of events wait for the log: {}", e.toString());
            }
            failing = true;
        }
    }
}
