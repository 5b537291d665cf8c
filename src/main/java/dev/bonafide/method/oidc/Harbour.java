package dev.bonafide.method.oidc;

import dev.bonafide.identity.Person;
import dev.bonafide.method.Departure;
import dev.bonafide.method.oidc.upstream.Account;
import dev.bonafide.method.oidc.upstream.Failure;
import dev.bonafide.method.oidc.upstream.Provider;
import dev.bonafide.method.oidc.upstream.UpstreamRefused;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Where people leave for providers and come back, the same in all kinds of flows. */
final class Harbour {
    /** 256 bits (OI-01). */
    private static final int SECRET_BYTES = 32;

    private final OidcPorts ports;

    Harbour(OidcPorts ports) {
        this.ports = ports;
    }

    /** As configured now; a disabled one is none (OI-08). */
    Optional<Provider> provider(String id) {
        return ports.providers().enabled() ? ports.providers().find(id) : Optional.empty();
    }

    Departure.Prepared leaving(Provider provider, boolean fresh, Map<String, String> parameters) {
        return state -> {
            Voyage voyage = voyage(provider, fresh);
            try {
                return new Departure.Bound(
                        voyage.text(), provider.begin(voyage.begin(state, parameters)));
            } catch (UpstreamRefused refused) {
                return new Departure.Kept(OidcTexts.failed(refused.failure()));
            }
        };
    }

    private Voyage voyage(Provider provider, boolean fresh) {
        return new Voyage(
                provider.id(),
                secret(),
                secret(),
                callback(provider),
                fresh,
                ports.chance().clock().now());
    }

    private String secret() {
        byte[] bytes = ports.chance().entropy().bytes(SECRET_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * One for each provider, so that the answer of one never goes for another's (OI-04), unless the
     * operator wants it otherwise.
     */
    private URI callback(Provider provider) {
        URI base = ports.providers().baseRedirectUri().orElse(ports.upstreams().publicUrl());
        String text = base.toString();
        String slash = text.endsWith("/") ? "" : "/";
        String place = provider.sharesCallback() ? "" : "/" + provider.id();
        return URI.create(text + slash + OidcRoutes.CALLBACK + place);
    }

    /**
     * What came of it, at the provider that it began with.
     *
     * @throws UpstreamRefused for whatever isn't a proof
     */
    Vouched back(String memory, Map<String, String> answer) {
        Voyage voyage = Voyage.parse(memory);
        if (!OidcRoutes.isPlace(voyage.redirectUri(), answer)) {
            throw new UpstreamRefused(
                    Failure.ANSWER_REFUSED, "the answer came to another provider's address");
        }
        return proven(given(voyage.provider()).finish(voyage.finish(answer)));
    }

    private Provider given(String id) {
        return provider(id)
                .orElseThrow(
                        () -> new UpstreamRefused(Failure.ANSWER_REFUSED, "the provider is gone"));
    }

    /** What a client's ID token proves. */
    Vouched proven(Provider provider, String idToken, String nonce) {
        return proven(provider.verify(idToken, nonce));
    }

    private Vouched proven(Account account) {
        Vouched proven = Vouched.of(ports.names(), account);
        return owner(proven).isPresent()
                ? proven
                : proven.mapped(given(account.provider()).map(account).traits());
    }

    /** Whose it is. */
    Optional<Person> owner(Vouched proven) {
        return ports.people().directory().byCredential(proven.name());
    }

    /** What people call a provider; its id where it is gone. */
    String label(String id) {
        return ports.providers().find(id).map(Provider::label).orElse(id);
    }
}
