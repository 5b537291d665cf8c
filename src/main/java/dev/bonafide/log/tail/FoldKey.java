package dev.bonafide.log.tail;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.Fold;

/** A stream seen through a fold. */
record FoldKey<S>(Fold<S> fold, StreamId stream) {}
