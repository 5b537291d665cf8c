package dev.bonafide.method.oidc.upstream;

import java.net.URI;
import java.util.Optional;

/** One configured provider. */
public interface Provider {
    /** Key of the configuration; part of every account's name, so never to be changed. */
    String id();

    /** What people read on its button. */
    String label();

    /** {@code generic}, {@code google}, {@code github}, …: the configuration's {@code provider}. */
    String kind();

    /**
     * Whether it knows the callback's address without its own id in it, as with Kratos' {@code
     * pkce: force}. Then only {@code state} and the issuer tell whose answer one is.
     */
    default boolean sharesCallback() {
        return false;
    }

    /**
     * The one issuer whose accounts it has; empty where each of its tenants has one of its own.
     * Known without a call to it: what is imported names no issuer.
     */
    Optional<String> issuer();

    /**
     * Where to send the browser: code flow with PKCE S256 (RFC 9700, OI-01).
     *
     * @throws UpstreamRefused if discovery fails
     */
    URI begin(Begin begin);

    /**
     * What came of it: exchanges the code, checks {@code iss} of the answer (RFC 9207, OI-04), the
     * ID token or the user info, and the freshness that {@link Begin} asked for.
     *
     * @throws UpstreamRefused for whatever isn't a proof
     */
    Account finish(Finish finish);

    /**
     * What an ID token says that a native client got by itself.
     *
     * @param nonce the one that the client says it sent; "" for none, which only a provider that
     *     can't have one accepts
     * @throws UpstreamRefused for whatever isn't a proof, also where this kind of provider doesn't
     *     offer it
     */
    Account verify(String idToken, String nonce);

    /**
     * What the configured Jsonnet makes of the claims.
     *
     * @throws UpstreamRefused {@link Failure#MAPPING_FAILED}
     */
    Mapped map(Account account);
}
