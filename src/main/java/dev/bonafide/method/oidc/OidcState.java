package dev.bonafide.method.oidc;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Lineage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts that somebody has linked, oldest first; never empty. */
record OidcState(List<Linked> accounts) implements CredentialState {
    OidcState {
        accounts = List.copyOf(accounts);
    }

    /** Those held, if any. */
    static List<Linked> accounts(@Nullable CredentialState held) {
        return held instanceof OidcState state ? state.accounts : List.of();
    }

    static Optional<Linked> byName(@Nullable CredentialState held, String name) {
        return accounts(held).stream()
                .filter(account -> account.facts().name().equals(name))
                .findFirst();
    }

    static OidcState plus(@Nullable CredentialState before, Linked account) {
        List<Linked> more = new ArrayList<>(accounts(before));
        more.add(account);
        return new OidcState(more);
    }

    /** Without one; null where none is left. */
    static @Nullable OidcState minus(@Nullable CredentialState before, Lineage lineage) {
        List<Linked> fewer =
                accounts(before).stream()
                        .filter(account -> !account.lineage().equals(lineage))
                        .toList();
        return fewer.isEmpty() ? null : new OidcState(fewer);
    }

    @Override
    public List<Factor> factors() {
        return accounts.stream().map(Linked::factor).toList();
    }

    /** An account at a provider belongs to one identity. */
    @Override
    public Set<String> identifiers() {
        return accounts.stream()
                .map(account -> account.facts().name())
                .collect(Collectors.toUnmodifiableSet());
    }
}
