package dev.bonafide.identity;

import dev.bonafide.log.Projection;
import dev.bonafide.vault.Vault;
import org.axonframework.eventhandling.EventHandler;

/**
 * Ends an erasure: what the log holds of the person can't be read any more. A repeat destroys
 * nothing twice.
 */
final class WhenIdentityErasedThenDestroyItsKey implements Projection {
    private final Vault vault;

    WhenIdentityErasedThenDestroyItsKey(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "erasure-1";
    }

    /** There is no view to clear: destroying again is harmless. */
    @Override
    public void clear() {}

    @EventHandler
    void on(IdentityEvent.Erased event) {
        vault.erase(event.identity());
    }
}
