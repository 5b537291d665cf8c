package dev.bonafide.identity;

import java.util.List;
import java.util.Set;

/** What an identity holds of one method; implemented in the method's folder, immutable. */
public interface CredentialState {
    /** Each way to prove something with it; empty where it can prove nothing. */
    List<Factor> factors();

    /**
     * Names that no two identities may share beside the login identifiers, such as ids of keys;
     * each a lower-case hex HMAC.
     */
    default Set<String> identifiers() {
        return Set.of();
    }
}
