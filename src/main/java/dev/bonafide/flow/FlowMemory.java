package dev.bonafide.flow;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.SealingKeys;
import dev.bonafide.vault.Opened;
import dev.bonafide.vault.Purpose;
import dev.bonafide.vault.Vault;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What methods remember in a flow, sealed under the key of the flow's identity and bound to the
 * flow: copied elsewhere it does not open.
 */
public final class FlowMemory {
    /** No box begins so. */
    private static final String OPEN = "=";

    private final Vault vault;
    private final Supplier<SealingKeys> keys;
    private final Entropy entropy;

    /** {@code keys}: for flows that belong to nobody yet. */
    public FlowMemory(Vault vault, Supplier<SealingKeys> keys, Entropy entropy) {
        this.vault = vault;
        this.keys = keys;
        this.entropy = entropy;
    }

    /** Seals what a method remembers under the key of the flow's identity, if it has one. */
    public String seal(Flow flow, String method, String text) {
        return flow.bound().identity() == null
                ? keys.get().seal(context(flow, method), text, entropy)
                : vault.sealFor(owner(flow), purpose(flow, method), text);
    }

    /** The flow, remembering something that is no secret, and so needs no key. */
    public static Flow note(Flow flow, String method, @Nullable String text) {
        return flow.remembering(method, text == null ? null : OPEN + text);
    }

    /** What a method noted; null for nothing. */
    public static @Nullable String noted(Flow flow, String method) {
        String text = flow.memory().get(method);
        return text == null || !text.startsWith(OPEN) ? null : text.substring(OPEN.length());
    }

    /** What a method remembers; null for nothing, also where the key is gone. */
    public @Nullable String recall(Flow flow, String method) {
        String box = flow.memory().get(method);
        if (box == null) {
            return null;
        }
        if (flow.bound().identity() == null) {
            return keys.get().open(context(flow, method), box).orElse(null);
        }
        return switch (vault.openFor(owner(flow), purpose(flow, method), box)) {
            case Opened.Text text -> text.text();
            case Opened.Erased erased -> null;
        };
    }

    private static String context(Flow flow, String method) {
        return "flow/" + method + "/" + flow.id();
    }

    private static IdentityId owner(Flow flow) {
        return new IdentityId(Objects.requireNonNull(flow.bound().identity()));
    }

    private static Purpose purpose(Flow flow, String method) {
        return new Purpose("flow/" + method, flow.id().toString());
    }
}
