package dev.bonafide.store.memory;

import dev.bonafide.store.CommitLog;
import dev.bonafide.store.CommitLogContract;

class MemoryLogTest extends CommitLogContract {
    private final CommitLog log = new MemoryLog();

    @Override
    protected CommitLog log() {
        return log;
    }
}
