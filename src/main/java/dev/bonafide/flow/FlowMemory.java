package dev.bonafide.flow;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.vault.Opened;
import dev.bonafide.vault.Purpose;
import dev.bonafide.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * What methods remember in a flow, sealed under the key of the flow's identity and bound to the
 * flow: copied elsewhere it does not open.
 */
public final class FlowMemory {
    private final Vault vault;

    public FlowMemory(Vault vault) {
        this.vault = vault;
    }

    /** Seals what a method remembers under the key of the flow's identity. */
    public String seal(Flow flow, String method, String text) {
        return vault.sealFor(owner(flow), purpose(flow, method), text);
    }

    /** What a method remembers; null for nothing, also where the key is gone. */
    public @Nullable String recall(Flow flow, String method) {
        String box = flow.memory().get(method);
        if (box == null) {
            return null;
        }
        return switch (vault.openFor(owner(flow), purpose(flow, method), box)) {
            case Opened.Text text -> text.text();
            case Opened.Erased erased -> null;
        };
    }

    private static IdentityId owner(Flow flow) {
        if (flow.bound().identity() == null) {
            throw new IllegalStateException("a flow without an identity remembers nothing");
        }
        return new IdentityId(flow.bound().identity());
    }

    private static Purpose purpose(Flow flow, String method) {
        return new Purpose("flow/" + method, flow.id().toString());
    }
}
