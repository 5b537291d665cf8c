package dev.bonafide.log;

import tools.jackson.databind.node.ObjectNode;

/**
 * One step from a stored name and revision to the next; small, pure, on JSON. Collected by
 * injection; chains are followed to today's shape.
 */
public interface Upcaster {
    Shape from();

    Shape to();

    /** Changes the payload in place or returns another. */
    ObjectNode upcast(ObjectNode payload);

    /** Stored name and revision. */
    record Shape(String name, int revision) {}
}
