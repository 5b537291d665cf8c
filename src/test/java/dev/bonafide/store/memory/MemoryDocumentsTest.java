package dev.bonafide.store.memory;

import dev.bonafide.store.Documents;
import dev.bonafide.store.DocumentsContract;
import dev.bonafide.store.FakeClock;

class MemoryDocumentsTest extends DocumentsContract {
    private final Documents documents = new MemoryDocuments(new FakeClock());

    @Override
    protected Documents documents() {
        return documents;
    }
}
