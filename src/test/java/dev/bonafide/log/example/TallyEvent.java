package dev.bonafide.log.example;

import dev.bonafide.kernel.EventName;

/** What has happened to a tally. */
public sealed interface TallyEvent {
    @EventName("tally.raised")
    record Raised(int by) implements TallyEvent {}

    @EventName("tally.closed")
    record Closed() implements TallyEvent {}
}
