package dev.bonafide.method;

import dev.bonafide.http.Problem;
import dev.bonafide.kernel.IdentityId;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Credentials of one method that an administrator brings along: what stands under {@code
 * credentials.<type>} when an identity is created or replaced, in Kratos' keys.
 */
public interface ImportPart {
    /**
     * Reads them, with all slow work (hashing on the {@link HashPool}), before the unit of work;
     * what is returned is decided inside it, in this order, each on what the one before left.
     *
     * @param credential what stands under the type, {@code {"config": {…}}}
     * @throws Problem 400 naming the field that can't be imported, and why
     */
    List<CredentialIntent> read(ObjectNode credential, Importee importee);

    /**
     * Whose they will be.
     *
     * @param identifiers the login identifiers, normalised, that the schema gives for this method
     */
    record Importee(IdentityId id, ObjectNode traits, List<String> identifiers, Instant now) {
        public Importee {
            identifiers = List.copyOf(identifiers);
        }

        /** Traits are personal. */
        @Override
        public String toString() {
            return "Importee[" + id + "]";
        }
    }
}
