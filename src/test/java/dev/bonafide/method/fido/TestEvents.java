package dev.bonafide.method.fido;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Events of a method that does not exist, for the rules that both methods share. */
final class TestEvents implements KeyEvents {
    static final TestEvents ALL = new TestEvents();
    static final MethodId METHOD = new MethodId("security");

    private TestEvents() {}

    /** What happened, for comparison, and what it does. */
    record Happened(
            String what,
            IdentityId identity,
            Instant at,
            UnaryOperator<@Nullable CredentialState> change)
            implements CredentialEvent {
        @Override
        public MethodId method() {
            return METHOD;
        }

        @Override
        public @Nullable CredentialState apply(@Nullable CredentialState before) {
            return change.apply(before);
        }
    }

    @Override
    public MethodId method() {
        return METHOD;
    }

    @Override
    public CredentialEvent enrolled(
            IdentityId identity, Lineage lineage, KeyFacts facts, Instant at) {
        Key key = new Key(lineage, facts, at, false, false);
        return new Happened(
                "enrolled", identity, at, before -> KeysState.plus(METHOD, before, key));
    }

    @Override
    public CredentialEvent imported(IdentityId identity, Key key, Instant at) {
        return new Happened(
                "imported", identity, at, before -> KeysState.plus(METHOD, before, key));
    }

    @Override
    public CredentialEvent used(IdentityId identity, Lineage lineage, KeyUse use, Instant at) {
        return new Happened(
                "used", identity, at, before -> KeysState.changed(before, lineage, use::on));
    }

    @Override
    public CredentialEvent counterWentBack(
            IdentityId identity, Lineage lineage, long stored, long received, Instant at) {
        return new Happened(
                "counter-went-back",
                identity,
                at,
                before -> KeysState.changed(before, lineage, Key::suspected));
    }

    @Override
    public CredentialEvent removed(IdentityId identity, Lineage lineage, Instant at) {
        return new Happened("removed", identity, at, before -> KeysState.minus(before, lineage));
    }
}
