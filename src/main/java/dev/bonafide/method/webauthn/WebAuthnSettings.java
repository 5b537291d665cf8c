package dev.bonafide.method.webauthn;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import dev.bonafide.method.fido.RelyingPartySettings;
import java.net.URI;

/**
 * How the operator wants it: {@code selfservice.methods.webauthn} as in Kratos.
 *
 * @param enabled off by default
 * @param passwordless whether keys that are bound from now on are first factors; those bound before
 *     stay what they are
 * @param relyingParty nobody while it is off
 * @param refuseCopied {@code bonafide.webauthn.refuse_copied}: whether a key whose counter went
 *     back is refused, not only noted
 */
public record WebAuthnSettings(
        boolean enabled,
        boolean passwordless,
        RelyingPartySettings relyingParty,
        boolean refuseCopied) {
    private static final String PATH = "selfservice.methods.webauthn";

    /**
     * Reads them.
     *
     * @param publicUrl where the server says that it is; its scheme is that of an origin left out
     * @throws dev.bonafide.config.BadConfiguration naming key, value and what is allowed
     */
    public static WebAuthnSettings of(Configuration configuration, URI publicUrl) {
        Method method = configuration.bind(PATH, Method.class);
        Config config = method.config();
        return new WebAuthnSettings(
                method.enabled(),
                config.passwordless(),
                method.enabled()
                        ? config.rp().checked(PATH + ".config.rp", publicUrl)
                        : RelyingPartySettings.NOBODY,
                configuration.bind("bonafide.webauthn", Own.class).refuseCopied());
    }

    record Method(
            @Default("false") @Doc("Whether security keys can be bound and used.") boolean enabled,
            Config config) {}

    record Config(
            @Default("false")
                    @Doc(
                            "Whether keys bound from now on are first factors; those bound before stay what they are.")
                    boolean passwordless,
            RelyingPartySettings.Keys rp) {}

    record Own(@Default("false") @Doc(RelyingPartySettings.COPIED) boolean refuseCopied) {}
}
