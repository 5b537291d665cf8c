package dev.bonafide.method.fido;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys that somebody holds of one method, oldest first; never empty. */
public record KeysState(MethodId method, List<Key> keys) implements CredentialState {
    public KeysState {
        keys = List.copyOf(keys);
    }

    /** As keys; null where it is nothing, or something else. */
    public static @Nullable KeysState of(@Nullable CredentialState held) {
        return held instanceof KeysState keys ? keys : null;
    }

    /** Those held, if any. */
    public static List<Key> keys(@Nullable CredentialState held) {
        KeysState keys = of(held);
        return keys == null ? List.of() : keys.keys;
    }

    /** With one key more. */
    public static KeysState plus(MethodId method, @Nullable CredentialState before, Key key) {
        List<Key> more = new ArrayList<>(keys(before));
        more.add(key);
        return new KeysState(method, more);
    }

    /** With one key changed. */
    public static @Nullable CredentialState changed(
            @Nullable CredentialState before, Lineage lineage, UnaryOperator<Key> change) {
        return before instanceof KeysState held
                ? new KeysState(
                        held.method,
                        held.keys.stream()
                                .map(key -> key.lineage().equals(lineage) ? change.apply(key) : key)
                                .toList())
                : before;
    }

    /** Without one key; null where none is left. */
    public static @Nullable CredentialState minus(
            @Nullable CredentialState before, Lineage lineage) {
        List<Key> fewer = new ArrayList<>(keys(before));
        fewer.removeIf(key -> key.lineage().equals(lineage));
        return before instanceof KeysState held && !fewer.isEmpty()
                ? new KeysState(held.method, fewer)
                : null;
    }

    Optional<Key> byLineage(Lineage lineage) {
        return keys.stream().filter(key -> key.lineage().equals(lineage)).findFirst();
    }

    Optional<Key> byName(String name) {
        return keys.stream().filter(key -> key.facts().name().equals(name)).findFirst();
    }

    @Override
    public List<Factor> factors() {
        return keys.stream().map(key -> key.factor(method)).toList();
    }

    /** A credential id belongs to one credential of all identities (WR-15). */
    @Override
    public Set<String> identifiers() {
        return keys.stream().map(key -> key.facts().name()).collect(Collectors.toUnmodifiableSet());
    }
}
