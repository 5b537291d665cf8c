package dev.bonafide.method.lookup;

/** Stretches a secret, slowly on purpose; {@link Argon2Cost#hash} outside of tests. */
@FunctionalInterface
interface Stretcher {
    byte[] stretch(Argon2Cost cost, byte[] secret, byte[] salt);
}
