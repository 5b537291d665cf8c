package dev.bonafide.method.password;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;

/** {@code selfservice.methods.password}, as in Kratos. */
public record PasswordSettings(@Default("true") boolean enabled, Config config) {
    static final String PATH = "selfservice.methods.password";

    /** Reads it. */
    public static PasswordSettings of(Configuration configuration) {
        return configuration.bind(PATH, PasswordSettings.class);
    }

    /**
     * What a new password must be.
     *
     * @param minPasswordLength in code points, 6 (Kratos' least) to 64 (what everybody must be able
     *     to use, ASVS 6.2.9)
     * @param identifierSimilarityCheckEnabled whether it must differ from what is known of its
     *     owner
     */
    public record Config(
            @Default("8") int minPasswordLength,
            @Default("true") boolean identifierSimilarityCheckEnabled) {
        public Config {
            if (minPasswordLength < 6 || minPasswordLength > 64) {
                throw new BadConfiguration(
                        "min_password_length", minPasswordLength + " is not from 6 to 64");
            }
        }
    }
}
