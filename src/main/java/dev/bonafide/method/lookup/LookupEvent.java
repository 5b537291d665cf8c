package dev.bonafide.method.lookup;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.FactorRemoval;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to somebody's look-up secrets. */
sealed interface LookupEvent extends CredentialEvent {
    Lineage lineage();

    @Override
    default MethodId method() {
        return LookupMethod.ID;
    }

    /** Somebody who had none has a set, and has said that it is kept. */
    @EventName("lookup.enrolled")
    record Enrolled(IdentityId identity, Lineage lineage, CodeSet set, Instant at)
            implements LookupEvent {
        @Override
        public CredentialState apply(@Nullable CredentialState before) {
            return LookupState.fresh(lineage, set);
        }
    }

    /**
     * A set that was given to its owner elsewhere, the first one or in place of another.
     *
     * @param spent the codes that were used there
     */
    @EventName("lookup.imported")
    record Imported(
            IdentityId identity, Lineage lineage, CodeSet set, List<Spent> spent, Instant at)
            implements LookupEvent {
        public Imported {
            spent = List.copyOf(spent);
        }

        @Override
        public CredentialState apply(@Nullable CredentialState before) {
            LookupState codes = LookupState.fresh(lineage, set);
            for (Spent code : spent) {
                codes = codes.used(code.index(), code.at());
            }
            return codes;
        }
    }

    /** A new set is in the old one's place, whose codes are all void from here on. */
    @EventName("lookup.regenerated")
    record Regenerated(IdentityId identity, Lineage lineage, CodeSet set, Instant at)
            implements LookupEvent {
        @Override
        public CredentialState apply(@Nullable CredentialState before) {
            return LookupState.fresh(lineage, set);
        }
    }

    /** One code was used, and never is again. {@code index} counts from 0, in the order shown. */
    @EventName("lookup.used")
    record Used(IdentityId identity, Lineage lineage, int index, Instant at)
            implements LookupEvent {
        @Override
        public @Nullable CredentialState apply(@Nullable CredentialState before) {
            return before instanceof LookupState codes ? codes.used(index, at) : before;
        }
    }

    /** The set was switched off, by its owner or an administrator. */
    @EventName("lookup.removed")
    record Removed(IdentityId identity, Lineage lineage, Instant at)
            implements LookupEvent, FactorRemoval {
        @Override
        public @Nullable CredentialState apply(@Nullable CredentialState before) {
            return null;
        }
    }
}
