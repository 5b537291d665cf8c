package dev.bonafide.method.passkey;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import dev.bonafide.method.fido.RelyingPartySettings;
import java.net.URI;

/**
 * How the operator wants it: {@code selfservice.methods.passkey} as in Kratos.
 *
 * @param enabled off by default
 * @param relyingParty nobody while it is off
 * @param requireVerification {@code bonafide.passkey.user_verification: required}: whether a PIN or
 *     a finger is asked for each time; else where the authenticator can
 * @param refuseCopied {@code bonafide.passkey.refuse_copied}: whether a key whose counter went back
 *     is refused, not only noted
 */
public record PasskeySettings(
        boolean enabled,
        RelyingPartySettings relyingParty,
        boolean requireVerification,
        boolean refuseCopied) {
    private static final String PATH = "selfservice.methods.passkey";

    /**
     * Reads them.
     *
     * @param publicUrl where the server says that it is; its scheme is that of an origin left out
     * @throws dev.bonafide.config.BadConfiguration naming key, value and what is allowed
     */
    public static PasskeySettings of(Configuration configuration, URI publicUrl) {
        Method method = configuration.bind(PATH, Method.class);
        Own own = configuration.bind("bonafide.passkey", Own.class);
        return new PasskeySettings(
                method.enabled(),
                method.enabled()
                        ? method.config().rp().checked(PATH + ".config.rp", publicUrl)
                        : RelyingPartySettings.NOBODY,
                own.userVerification() == Verification.REQUIRED,
                own.refuseCopied());
    }

    record Method(
            @Default("false") @Doc("Whether passkeys can be bound and used.") boolean enabled,
            Config config) {}

    record Config(RelyingPartySettings.Keys rp) {}

    record Own(
            @Default("preferred")
                    @Doc(
                            "Whether the authenticator has to ask for a PIN or a finger each time, or does where it can.")
                    Verification userVerification,
            @Default("false") @Doc(RelyingPartySettings.COPIED) boolean refuseCopied) {}

    /** Whether an authenticator has to verify the person. */
    enum Verification {
        PREFERRED,
        REQUIRED
    }
}
