package dev.bonafide.config;

import java.util.List;

/**
 * The vault's key-encryption keys, as texts of at least 32 characters: the first wraps, all unwrap.
 * Never derived from {@code secrets.*}, which an operator may change at will; whoever loses one of
 * these loses what it wrapped.
 */
public record VaultSettings(
        @Secret
                @Doc(
                        value =
                                "What seals everything personal: the first wraps, all unwrap. Lost with one of them is what it wrapped.",
                        allowed = "random texts of 32 characters or more",
                        absent = "those in `bonafide.keys_file`")
                List<String> keys) {
    public static VaultSettings of(Configuration configuration) {
        return configuration.bind("bonafide.vault", VaultSettings.class);
    }

    @Override
    public String toString() {
        return "VaultSettings[hidden]";
    }
}
