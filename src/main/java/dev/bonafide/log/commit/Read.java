package dev.bonafide.log.commit;

import dev.bonafide.kernel.StreamId;

/**
 * A stream on which a decision stood, whether it wrote to it or not.
 *
 * @param sequence of the last event that it saw, -1 for an absent stream
 * @param asOf the position that the node had applied when the load began: the load saw at least the
 *     log up to there
 */
public record Read(StreamId stream, long sequence, long asOf) {}
