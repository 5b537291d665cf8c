package dev.bonafide.method.password.foreign;

import org.bouncycastle.crypto.generators.SCrypt;

/**
 * What an scrypt (RFC 7914) costs.
 *
 * @param n blocks, a power of two from 1024
 * @param r size of a block in 128 bytes
 * @param p how often, one after the other
 */
record ScryptCost(long n, int r, int p) {
    private static final long MEMORY_MAX = 256L << 20;
    private static final long WORK_MAX = 1L << 30;

    ScryptCost {
        boolean power = n >= 1024 && Long.bitCount(n) == 1;
        Bounds.require(power, "its cost is not a power of two from 1024");
        Bounds.require(r >= 1 && r <= 64, "r is not from 1 to 64");
        Bounds.require(p >= 1 && p <= 16, "p is not from 1 to 16");
        Bounds.require(n <= MEMORY_MAX / (128L * r), "it takes more than 256 MiB of memory");
        Bounds.require(128L * r * n * p <= WORK_MAX, "it takes more than 1 GiB of work");
    }

    static ScryptCost of(String n, String r, String p) {
        return new ScryptCost(Long.parseLong(n), Integer.parseInt(r), Integer.parseInt(p));
    }

    byte[] derive(byte[] password, byte[] salt, int length) {
        return SCrypt.generate(password, salt, (int) n, r, p, length);
    }
}
