package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;
import java.time.Instant;

/**
 * An event as it stands in the log.
 *
 * @param event the domain's record, upcast to today's shape
 * @param position global position, dense
 * @param sequence place in its stream, from 0
 * @param at the commit's time; never an order
 * @param id id of the event
 * @param name stored name, before upcasting
 */
public record Recorded(
        Object event,
        StreamId stream,
        long sequence,
        long position,
        Instant at,
        String id,
        String name,
        Meta meta) {}
