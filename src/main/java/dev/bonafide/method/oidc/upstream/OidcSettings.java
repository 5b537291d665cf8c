package dev.bonafide.method.oidc.upstream;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code selfservice.methods.oidc} as in Kratos, checked.
 *
 * @param enabled off by default
 * @param baseRedirectUri null for {@code serve.public.base_url}
 * @param providers in the order of the file; none while the method is off
 */
record OidcSettings(boolean enabled, @Nullable URI baseRedirectUri, List<Configured> providers) {
    private static final String PATH = "selfservice.methods.oidc";

    OidcSettings {
        providers = List.copyOf(providers);
    }

    /** A provider with what its {@code mapper_url} stands for. */
    record Configured(ProviderSettings settings, String mapper) {}

    /**
     * Reads them.
     *
     * @throws BadConfiguration naming key, value and what is allowed
     */
    static OidcSettings of(Configuration configuration) {
        Method method = configuration.bind(PATH, Method.class);
        Config config = method.config();
        URI base = config.baseRedirectUri();
        if (method.enabled() && base != null && !isBase(base)) {
            throw new BadConfiguration(
                    PATH + ".config.base_redirect_uri",
                    "\""
                            + base
                            + "\" is refused; allowed: https://HOST/PATH without query and fragment, or http");
        }
        return new OidcSettings(
                method.enabled(),
                base,
                method.enabled() ? checked(configuration, config.providers()) : List.of());
    }

    private static boolean isBase(URI uri) {
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        return web
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    private static List<Configured> checked(
            Configuration configuration, List<ProviderSettings> providers) {
        List<Configured> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ProviderSettings each : providers) {
            String path = PATH + ".config.providers." + all.size();
            new ProviderRules(path, each).check();
            if (!ids.add(each.id())) {
                throw new BadConfiguration(
                        path + ".id", "\"" + each.id() + "\" is refused; allowed: each id once");
            }
            byte[] mapper = configuration.content(path + ".mapper_url", each.mapperUrl());
            all.add(new Configured(each, new String(mapper, StandardCharsets.UTF_8)));
        }
        return all;
    }

    record Method(
            @Default("false") @Doc("Whether people can log in with OpenID Connect providers.")
                    boolean enabled,
            Config config) {}

    record Config(
            @Nullable
                    @Doc(
                            value = "Where providers send browsers back to.",
                            absent = "`serve.public.base_url`")
                    URI baseRedirectUri,
            @Doc("The providers, in the order of their buttons.")
                    List<ProviderSettings> providers) {}
}
