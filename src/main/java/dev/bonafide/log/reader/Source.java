package dev.bonafide.log.reader;

import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.store.CommitLog;

/** What all readers read from, and where they keep their tokens. */
record Source(CommitLog log, CommitCodec codec, KnownLog known, Tokens tokens) {}
