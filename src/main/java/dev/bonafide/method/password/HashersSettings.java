package dev.bonafide.method.password;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import dev.bonafide.config.Range;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code hashers}, as in Kratos. New hashes are Argon2id whatever the algorithm says; {@code
 * bcrypt}, which is Kratos' default, lets an existing file start.
 */
public record HashersSettings(
        @Default("argon2")
                @Doc(
                        "New hashes are Argon2id whatever it says; `bcrypt` hashes are verified, and replaced at the next login.")
                Algorithm algorithm,
        Argon2 argon2) {
    static final String PATH = "hashers";

    public HashersSettings {
        if (argon2.cost().below(Argon2Cost.FLOOR)) {
            throw new BadConfiguration(
                    "argon2",
                    "%d pass over %s is refused; allowed: 2 over 19MB, or as much work over more"
                            .formatted(argon2.iterations(), argon2.memory()));
        }
    }

    /** Reads it. */
    public static HashersSettings of(Configuration configuration) {
        return configuration.bind(PATH, HashersSettings.class);
    }

    /** What the file may name. */
    public enum Algorithm {
        ARGON2,
        BCRYPT
    }

    /**
     * Cost of new hashes; less than the default is refused.
     *
     * @param memory in Kratos' spelling: {@code 19MB}, {@code 65536KB}, multiples of 1024
     * @param saltLength bytes
     * @param keyLength bytes
     */
    public record Argon2(
            @Default("19MB")
                    @Doc(
                            value = "Memory of a hash, in multiples of 1024.",
                            allowed = "a size from 19MB to 1GB, 8KB for each lane at least")
                    String memory,
            @Default("2")
                    @Range(min = 1, max = 100)
                    @Doc(
                            "Passes over it. Fewer than two only with so much memory that the work is no less than with 19MB and two.")
                    int iterations,
            @Default("1") @Range(min = 1, max = 64) @Doc("Lanes.") int parallelism,
            @Default("16") @Range(min = 16, max = 64) @Doc("Bytes of salt.") int saltLength,
            @Default("32") @Range(min = 32, max = 128) @Doc("Bytes of hash.") int keyLength) {
        private static final Pattern BYTES = Pattern.compile("(\\d{1,12})(b|kb|mb|gb)");

        public Argon2 {
            long kilobytes = kilobytes(memory);
            int least = Math.max(Argon2Cost.FLOOR.memory(), 8 * parallelism);
            if (kilobytes < least || kilobytes > Argon2Cost.MEMORY_MAX) {
                throw new BadConfiguration(
                        "memory",
                        '"'
                                + memory
                                + "\" is refused; allowed: a size from "
                                + least
                                + "KB to 1GB");
            }
        }

        Argon2Cost cost() {
            return new Argon2Cost(
                    (int) kilobytes(memory), iterations, parallelism, saltLength, keyLength);
        }

        /** -1 for what is no size. */
        private static long kilobytes(String size) {
            Matcher parts = BYTES.matcher(size.toLowerCase(Locale.ROOT));
            if (!parts.matches()) {
                return -1;
            }
            long number = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "b" -> number / 1024;
                case "kb" -> number;
                case "mb" -> number * 1024;
                default -> number * 1024 * 1024;
            };
        }
    }
}
