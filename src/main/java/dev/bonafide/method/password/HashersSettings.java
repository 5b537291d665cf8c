package dev.bonafide.method.password;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code hashers}, as in Kratos. New hashes are Argon2id whatever the algorithm says; {@code
 * bcrypt}, which is Kratos' default, lets an existing file start.
 */
public record HashersSettings(@Default("argon2") Algorithm algorithm, Argon2 argon2) {
    static final String PATH = "hashers";

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
            @Default("19MB") String memory,
            @Default("2") int iterations,
            @Default("1") int parallelism,
            @Default("16") int saltLength,
            @Default("32") int keyLength) {
        private static final Pattern BYTES = Pattern.compile("(\\d{1,12})(b|kb|mb|gb)");

        public Argon2 {
            require("iterations", iterations, Argon2Cost.FLOOR.iterations(), 100);
            require("parallelism", parallelism, Argon2Cost.FLOOR.parallelism(), 64);
            require("salt_length", saltLength, Argon2Cost.FLOOR.saltLength(), 64);
            require("key_length", keyLength, Argon2Cost.FLOOR.keyLength(), 128);
            int least = Math.max(Argon2Cost.FLOOR.memory(), 8 * parallelism);
            long kilobytes = kilobytes(memory);
            if (kilobytes < least || kilobytes > Argon2Cost.MEMORY_MAX) {
                throw new BadConfiguration(
                        "memory", memory + " is not a size from " + least + "KB to 1GB");
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

        private static void require(String key, int value, int least, int most) {
            if (value < least || value > most) {
                throw new BadConfiguration(key, value + " is not from " + least + " to " + most);
            }
        }
    }
}
