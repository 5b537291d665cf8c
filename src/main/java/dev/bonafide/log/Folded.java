package dev.bonafide.log;

/**
 * State of one stream.
 *
 * @param sequence of the last event in it, -1 for none
 * @param position the log position that this node had applied when the state was read: the state is
 *     that of the stream up to there
 */
public record Folded<S>(S state, long sequence, long position) {}
