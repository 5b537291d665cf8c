package dev.bonafide.method.password;

/**
 * What a hash costs (RFC 9106 section 3.1).
 *
 * @param memory KiB, 8 for each lane at least, a GiB at most
 * @param iterations passes over it, 1 to 100
 * @param parallelism lanes, 1 to 64
 * @param saltLength bytes, 8 to 64
 * @param keyLength bytes of output, 16 to 128
 */
record Argon2Cost(int memory, int iterations, int parallelism, int saltLength, int keyLength) {
    static final int MEMORY_MAX = 1 << 20;
    static final int ITERATIONS_MAX = 100;

    /** OWASP's and ASVS' least for Argon2id: 19 MiB, two passes, one lane. */
    static final Argon2Cost FLOOR = new Argon2Cost(19 * 1024, 2, 1, 16, 32);

    Argon2Cost {
        require("parallelism", parallelism, 1, 64);
        require("memory", memory, 8 * parallelism, MEMORY_MAX);
        require("iterations", iterations, 1, ITERATIONS_MAX);
        require("salt_length", saltLength, 8, 64);
        require("key_length", keyLength, 16, 128);
    }

    /**
     * Whether it is less than the other. More memory with fewer passes is not, as long as the work
     * is as much: attackers lack memory before they lack time.
     */
    boolean below(Argon2Cost other) {
        return memory < other.memory
                || work() < other.work()
                || saltLength < other.saltLength
                || keyLength < other.keyLength;
    }

    private long work() {
        return (long) memory * iterations;
    }

    private static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    what + " is " + value + ", not from " + least + " to " + most);
        }
    }
}
