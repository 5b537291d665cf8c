package dev.bonafide.method.oidc.upstream;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * {@code selfservice.methods.oidc} of one edition of the configuration: asked for anew in each
 * request, so that a provider that was taken out is gone at once (OI-08).
 */
public interface Providers {
    /** Whether the method is switched on; off by default. */
    boolean enabled();

    /** In the order of the configuration; that of the buttons. */
    List<Provider> all();

    /**
     * Where the providers find this server, if not at {@code serve.public.base_url}: {@code
     * config.base_redirect_uri}.
     */
    Optional<URI> baseRedirectUri();

    /** The one of this id; empty where there is none (any more). */
    default Optional<Provider> find(String id) {
        return all().stream().filter(provider -> provider.id().equals(id)).findFirst();
    }
}
