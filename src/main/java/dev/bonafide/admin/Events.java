package dev.bonafide.admin;

import dev.bonafide.identity.Identifier;
import dev.bonafide.identity.IdentityEvent;
import java.util.List;

/** What a draft comes to: its events, and all names that are held afterwards. */
record Events(List<IdentityEvent> events, List<Identifier> names) {
    Events {
        events = List.copyOf(events);
        names = List.copyOf(names);
    }
}
