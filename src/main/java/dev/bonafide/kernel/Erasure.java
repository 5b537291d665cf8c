package dev.bonafide.kernel;

/** An event after which nothing may be read that was sealed for this identity. */
public interface Erasure {
    IdentityId identity();
}
