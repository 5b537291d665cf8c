package dev.bonafide.method.oidc.upstream;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Setting;
import dev.bonafide.config.Written;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Ticker;
import dev.bonafide.method.oidc.mapping.Mapper;
import dev.bonafide.method.oidc.outbound.Names;
import dev.bonafide.method.oidc.outbound.Outbound;
import dev.bonafide.method.oidc.outbound.OutboundSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** One server's side of logins at a provider of {@link FakeProvider}'s kind. */
final class Transactions implements AutoCloseable {
    static final URI REDIRECT = URI.create("https://bonafide.example/callback");
    static final String NONCE = "n".repeat(32);
    static final String VERIFIER = "v".repeat(43);

    private static final String MAPPER =
            "base64://"
                    + Base64.getEncoder()
                            .encodeToString(
                                    "{identity:{traits:{email:std.extVar('claims').email}}}"
                                            .getBytes(StandardCharsets.UTF_8));

    private final Outbound outbound;
    private final Shared shared;
    private final Providers providers;

    /** {@code keys} are further lines of the provider, in YAML's flow style. */
    Transactions(String issuer, String keys) {
        this(
                """
                id: fake, provider: generic, client_id: %s, client_secret: %s, issuer_url: "%s"%s
                """
                        .formatted(FakeProvider.CLIENT, FakeProvider.SECRET, issuer, keys));
    }

    private Transactions(String provider) {
        Configuration configuration = configuration(provider);
        OidcSettings settings = OidcSettings.of(configuration);
        outbound = new Outbound(Setting.always(OutboundSettings.of(configuration)), Names.system());
        shared = new Shared(outbound, Clock.system(), Ticker.system());
        providers = new ConfiguredProviders(settings, shared);
    }

    private static Configuration configuration(String provider) {
        return Written.yaml(
                """
                selfservice: {methods: {oidc: {enabled: true, config: {providers: [
                  {mapper_url: "%s", %s}]}}}}
                bonafide: {oidc: {outbound: {private_networks: [127.0.0.0/8], connect_timeout: 20s, timeout: 30s}}}
                """
                        .formatted(MAPPER, provider.strip()));
    }

    Provider provider() {
        return providers.all().getFirst();
    }

    /** One without ID tokens, at these servers instead of its own. */
    Provider plain(Kind kind, String scope, String server) {
        ProviderSettings settings =
                OidcSettings.of(
                                configuration(
                                        "id: plain, provider: %s, client_id: %s, client_secret: %s, scope: [%s]"
                                                .formatted(
                                                        kind.name().toLowerCase(Locale.ROOT),
                                                        FakeProvider.CLIENT,
                                                        FakeProvider.SECRET,
                                                        scope.isEmpty() ? "" : "'" + scope + "'")))
                        .providers()
                        .getFirst()
                        .settings();
        return new PlainProvider(
                settings, new Mapping(new Mapper("{}")), Plain.of(kind).at(server), shared);
    }

    /** Calls nobody. */
    Caller caller() {
        return shared.caller(Set.of());
    }

    URI begun() {
        return begun(Map.of(), false);
    }

    URI begun(Map<String, String> parameters, boolean fresh) {
        return provider().begin(begin(parameters, fresh));
    }

    static Begin begin(Map<String, String> parameters, boolean fresh) {
        return new Begin(REDIRECT, "s".repeat(32), NONCE, VERIFIER, parameters, fresh);
    }

    Account finished(Map<String, String> answer) {
        return provider().finish(finish(answer, false));
    }

    Account finishedFresh(Map<String, String> answer) {
        return provider().finish(finish(answer, true));
    }

    static Finish finish(Map<String, String> answer, boolean fresh) {
        return new Finish(answer, REDIRECT, NONCE, VERIFIER, fresh, Instant.now());
    }

    /** Somebody's whole login. */
    Account login(FakeProvider at) {
        return finished(at.loggedIn(begun()));
    }

    /** Why somebody's whole login comes to nothing. */
    UpstreamRefused refusal(FakeProvider at) {
        return refusal(() -> login(at));
    }

    static UpstreamRefused refusal(ThrowingCallable work) {
        UpstreamRefused refused = catchThrowableOfType(UpstreamRefused.class, work);
        if (refused == null) {
            throw new AssertionError("nothing was refused");
        }
        return refused;
    }

    @Override
    public void close() {
        outbound.close();
    }
}
