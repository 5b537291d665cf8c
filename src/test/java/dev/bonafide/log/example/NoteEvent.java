package dev.bonafide.log.example;

import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.Sealed;

/** What has happened to a note. */
public sealed interface NoteEvent {
    @EventName("note.written")
    record Written(Sealed text, int tally) implements NoteEvent {}
}
