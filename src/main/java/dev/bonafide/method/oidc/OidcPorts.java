package dev.bonafide.method.oidc;

import dev.bonafide.config.Setting;
import dev.bonafide.identity.Directory;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.oidc.upstream.Providers;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** What the parts need of other rooms. */
record OidcPorts(Upstreams upstreams, AccountNames names, People people, Chance chance) {
    /** Who vouches, and where they send people back to ({@code serve.public.base_url}). */
    record Upstreams(Setting<Providers> providers, URI publicUrl) {}

    /** Whose an account is, and who it is: empty where its owner was erased. */
    record People(Directory directory, Function<Sealed, Optional<String>> opener) {}

    /** Chance and time. */
    record Chance(Entropy entropy, Clock clock) {}

    Providers providers() {
        return upstreams.providers().get();
    }

    Lineage lineage() {
        return new Lineage(chance.entropy().uuid());
    }
}
