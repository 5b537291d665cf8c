package dev.bonafide.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which texts pass as secrets. Samples from documentation are the passwords that everybody knows.
 */
final class SecretRules {
    static final int OWN_LENGTH_MIN = 32;
    static final int KRATOS_LENGTH_MIN = 16;
    private static final int DISTINCT_MIN = 6;

    /**
     * Words of samples, letters only. A random text holds one of them by chance about once in 10^8.
     */
    private static final List<String> SAMPLE_WORDS =
            List.of(
                    "CHANGEME",
                    "CHANGETHIS",
                    "INSECURE",
                    "NOTSECURE",
                    "SECRETNOT",
                    "EXAMPLE",
                    "PASSWORD",
                    "YOURSECRET",
                    "PLACEHOLDER");

    private SecretRules() {}

    /** The refusals, in the order of the keys. */
    static List<BadConfiguration> broken(SecretsSettings secrets, VaultSettings vault) {
        List<BadConfiguration> all = new ArrayList<>();
        all.addAll(broken("secrets.default", secrets.common(), KRATOS_LENGTH_MIN));
        all.addAll(broken("secrets.cookie", secrets.cookie(), KRATOS_LENGTH_MIN));
        all.addAll(broken("secrets.cipher", secrets.cipher(), KRATOS_LENGTH_MIN));
        all.addAll(broken("secrets.pagination", secrets.pagination(), KRATOS_LENGTH_MIN));
        all.addAll(broken("bonafide.vault.keys", vault.keys(), OWN_LENGTH_MIN));
        return all;
    }

    private static List<BadConfiguration> broken(String key, List<String> values, int lengthMin) {
        Stream<Optional<BadConfiguration>> each =
                IntStream.range(0, values.size())
                        .mapToObj(i ->
                                problem(values.get(i), lengthMin)
                                        .map(p -> new BadConfiguration(key + '.' + i, p)));
        return each.flatMap(Optional::stream).toList();
    }

    private static Optional<String> problem(String secret, int lengthMin) {
        String allowed =
                "; allowed: "
                        + lengthMin
                        + " or more random characters, such as those of: openssl rand -base64 32";
        if (secret.length() < lengthMin) {
            return Optional.of("has only " + secret.length() + " characters" + allowed);
        }
        if (secret.chars().distinct().count() < DISTINCT_MIN) {
            return Optional.of("repeats a few characters" + allowed);
        }
        return isSample(secret)
                ? Optional.of("is a sample that everybody knows" + allowed)
                : Optional.empty();
    }

    private static boolean isSample(String secret) {
        String letters = secret.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        return SAMPLE_WORDS.stream().anyMatch(letters::contains);
    }
}
