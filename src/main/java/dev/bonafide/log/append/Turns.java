package dev.bonafide.log.append;

import dev.bonafide.kernel.Ticker;
import dev.bonafide.store.Store;
import java.util.HexFormat;

/**
 * Fairness among the nodes of one store: whoever is farther from it loses every race for the next
 * position, unless the others let it go first now and then. Used by the appender's thread.
 */
public interface Turns {
    /** For a store that no other process writes to. */
    Turns NONE =
            new Turns() {
                @Override
                public void sent() {}

                @Override
                public void stored() {}

                @Override
                public void lost() {}

                @Override
                public long holdMillis() {
                    return 0;
                }
            };

    /** A batch goes out. */
    void sent();

    /** At least its first commit is stored. */
    void stored();

    /** Another node's commit stands where it would have stood. */
    void lost();

    /** Until this should be asked again before anything is sent; 0 = send. */
    long holdMillis();

    /** Those of this node on that store. */
    static Turns of(Store store, byte[] node) {
        String name = HexFormat.of().formatHex(node);
        return store.shared() ? new SharedTurns(store.documents(), name, Ticker.system()) : NONE;
    }
}
