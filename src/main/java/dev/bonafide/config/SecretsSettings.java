package dev.bonafide.config;

import java.util.List;

/**
 * Kratos' secrets, each a list: the first is for writing, all are for reading, so a new one is put
 * in front.
 *
 * @param common {@code secrets.default}, for whatever has no list of its own
 * @param cookie for cookies
 * @param cipher read and checked, without effect: the vault seals with keys of its own
 * @param pagination for page tokens
 */
public record SecretsSettings(
        @Key("default")
                @Secret
                @Doc(
                        value = "For whatever has no list of its own.",
                        allowed = RANDOM,
                        absent = "those in `bonafide.keys_file`")
                List<String> common,
        @Secret
                @Doc(
                        value =
                                "For cookies and what else browsers hold sealed: the first seals, all open.",
                        allowed = RANDOM,
                        absent = "`secrets.default`")
                List<String> cookie,
        @Secret
                @Doc(
                        value = "Checked, without effect: the vault seals with keys of its own.",
                        allowed = RANDOM,
                        absent = "none")
                List<String> cipher,
        @Secret
                @Doc(
                        value = "Checked, without effect: page tokens hold nothing secret.",
                        allowed = RANDOM,
                        absent = "none")
                List<String> pagination) {
    static final String RANDOM = "random texts of 16 characters or more";

    public static SecretsSettings of(Configuration configuration) {
        return configuration.bind("secrets", SecretsSettings.class);
    }

    /**
     * The secrets of cookies: their own, or the common ones; at least one.
     *
     * @throws BadConfiguration where there are none
     */
    public List<String> forCookies() {
        if (!hasForCookies()) {
            throw Keyring.missing("secrets.default");
        }
        return cookie.isEmpty() ? common : cookie;
    }

    boolean hasForCookies() {
        return !cookie.isEmpty() || !common.isEmpty();
    }

    @Override
    public String toString() {
        return "SecretsSettings[hidden]";
    }
}
