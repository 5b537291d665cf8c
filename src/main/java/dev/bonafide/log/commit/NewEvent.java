package dev.bonafide.log.commit;

import dev.bonafide.kernel.StreamId;

/** An event that is to be committed, with the place in its stream that the decision assumed. */
public record NewEvent(StreamId stream, long sequence, Object event) {}
