package dev.bonafide.method.oidc.upstream;

import dev.bonafide.method.oidc.mapping.Mapper;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Those of one edition of the configuration. */
final class ConfiguredProviders implements Providers {
    private final OidcSettings settings;
    private final List<Provider> all;

    ConfiguredProviders(OidcSettings settings, Shared shared) {
        this.settings = settings;
        all = settings.providers().stream().map(one -> provider(one, shared)).toList();
    }

    private static Provider provider(OidcSettings.Configured one, Shared shared) {
        ProviderSettings settings = one.settings();
        Mapping mapping = new Mapping(new Mapper(one.mapper()));
        Kind kind = settings.provider();
        if (!kind.speaksOpenId()) {
            return new PlainProvider(settings, mapping, Plain.of(kind), shared);
        }
        return new OpenIdProvider(
                settings, mapping, shared.discovery(rule(settings), kind), shared.clock());
    }

    private static IssuerRule rule(ProviderSettings settings) {
        String tenant = settings.microsoftTenant();
        return tenant == null
                ? new IssuerRule.Exact(settings.issuer())
                : new IssuerRule.Tenants(tenant);
    }

    @Override
    public boolean enabled() {
        return settings.enabled();
    }

    @Override
    public List<Provider> all() {
        return all;
    }

    @Override
    public Optional<URI> baseRedirectUri() {
        return Optional.ofNullable(settings.baseRedirectUri());
    }
}
