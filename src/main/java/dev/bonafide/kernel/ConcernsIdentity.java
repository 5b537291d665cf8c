package dev.bonafide.kernel;

/** An event about an identity that stands in another stream than the identity's own. */
public interface ConcernsIdentity {
    IdentityId identity();
}
