package dev.bonafide.session;

import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Proof;
import dev.bonafide.kernel.Upstream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The kinds of proofs of design section 5, each with a channel of its own; {@code C1}, {@code RL}
 * and {@code RC} share one mailbox, {@code C2} is a phone.
 */
enum Kind {
    P("password", Aal.AAL1, "password"),
    O("oidc", Aal.AAL1, "google:ada"),
    O2("oidc", Aal.AAL2, "corp:ada"),
    T("totp", Aal.AAL2, "app"),
    L("lookup_secret", Aal.AAL2, "set"),
    W1("webauthn", Aal.AAL1, "passwordless key"),
    W2("webauthn", Aal.AAL2, "second key"),
    K("passkey", Aal.AAL1, "passkey"),
    C1("code", Aal.AAL1, "mailbox"),
    C2("code", Aal.AAL2, "phone"),
    RL("link_recovery", Aal.AAL1, "mailbox"),
    RC("code_recovery", Aal.AAL1, "mailbox"),
    S("saml", Aal.AAL1, "saml:ada");

    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final String method;
    private final Aal aal;
    private final String channel;

    Kind(String method, Aal aal, String channel) {
        this.method = method;
        this.aal = aal;
        this.channel = channel;
    }

    MethodId method() {
        return new MethodId(method);
    }

    Lineage lineage() {
        return new Lineage(UUID.nameUUIDFromBytes(name().getBytes(StandardCharsets.UTF_8)));
    }

    Proof proof() {
        return at(START);
    }

    /** The same, given so long after the start. */
    Proof after(Duration time) {
        return at(START.plus(time));
    }

    /** The same over other channels. */
    Proof over(String... channels) {
        Set<Channel> over =
                List.of(channels).stream()
                        .map(Channel::new)
                        .collect(Collectors.toUnmodifiableSet());
        Proof usual = proof();
        return new Proof(
                method(),
                usual.aal(),
                over,
                usual.lineage(),
                usual.completedAt(),
                usual.upstream());
    }

    /** What an identity holds to prove it. */
    Factor factor() {
        return factor(true);
    }

    Factor factor(boolean usable) {
        return new Factor(method(), lineage(), aal, Set.of(new Channel(channel)), usable);
    }

    static List<Proof> proofs(List<Kind> kinds) {
        return kinds.stream().map(Kind::proof).toList();
    }

    private Proof at(Instant time) {
        boolean delegated = this == O || this == O2 || this == S;
        return new Proof(
                method(),
                aal,
                Set.of(new Channel(channel)),
                lineage(),
                time,
                delegated ? new Upstream("provider", null, List.of()) : null);
    }
}
