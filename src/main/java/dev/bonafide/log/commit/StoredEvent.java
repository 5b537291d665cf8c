package dev.bonafide.log.commit;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.Upcaster.Shape;
import dev.bonafide.store.Commit;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event in the body of a commit, in exactly these JSON properties.
 *
 * @param type kind of the stream, for people who read the file
 * @param seq place in the stream, from 0
 * @param rev revision of the name
 */
record StoredEvent(
        String id,
        StreamId aggregate,
        String type,
        long seq,
        String name,
        int rev,
        ObjectNode payload) {
    static String type(StreamId stream) {
        return stream.kind().name().toLowerCase(Locale.ROOT);
    }

    Shape shape() {
        return new Shape(name, rev);
    }

    Commit.Key key() {
        return new Commit.Key(aggregate, seq);
    }
}
