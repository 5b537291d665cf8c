package dev.bonafide.method.oidc.upstream;

/** What its configuration alone says of a provider, however it is talked to. */
abstract sealed class ConfiguredProvider implements Provider permits OpenIdProvider, PlainProvider {
    final ProviderSettings settings;
    private final Mapping mapping;

    ConfiguredProvider(ProviderSettings settings, Mapping mapping) {
        this.settings = settings;
        this.mapping = mapping;
    }

    @Override
    public String id() {
        return settings.id();
    }

    @Override
    public String label() {
        return settings.shownAs();
    }

    @Override
    public String kind() {
        return settings.spelledKind();
    }

    @Override
    public boolean sharesCallback() {
        return settings.sharesCallback();
    }

    @Override
    public Mapped map(Account account) {
        return mapping.of(account.claims());
    }
}
