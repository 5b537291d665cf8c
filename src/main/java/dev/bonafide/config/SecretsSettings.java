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
        @Key("default") @Secret List<String> common,
        @Secret List<String> cookie,
        @Secret List<String> cipher,
        @Secret List<String> pagination) {

    public static SecretsSettings of(Configuration configuration) {
        return configuration.bind("secrets", SecretsSettings.class);
    }

    /**
     * The secrets of cookies: their own, or the common ones. Never empty once the start is through.
     */
    public List<String> forCookies() {
        return cookie.isEmpty() ? common : cookie;
    }

    @Override
    public String toString() {
        return "SecretsSettings[hidden]";
    }
}
