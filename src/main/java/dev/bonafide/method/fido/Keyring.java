package dev.bonafide.method.fido;

import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Opens people's keys. */
public final class Keyring {
    private final Function<Sealed, Optional<String>> opener;

    /**
     * @param opener reads a sealed text; empty where its owner was erased
     */
    public Keyring(Function<Sealed, Optional<String>> opener) {
        this.opener = opener;
    }

    /** Those that somebody holds of a method, oldest first; none for nobody. */
    public List<OpenKey> of(@Nullable Person person, MethodId method, Predicate<Key> which) {
        return person == null
                ? List.of()
                : opened(
                        KeysState.keys(person.state().credential(method)).stream()
                                .filter(which)
                                .toList());
    }

    /**
     * All that somebody holds, of every method: an authenticator that has one of them is not bound
     * again, so that what looks like two factors is never one device.
     */
    public List<OpenKey> all(@Nullable Registered somebody) {
        return somebody == null
                ? List.of()
                : opened(
                        somebody.credentials().values().stream()
                                .flatMap(held -> KeysState.keys(held).stream())
                                .toList());
    }

    private List<OpenKey> opened(List<Key> keys) {
        return keys.stream()
                .flatMap(key ->
                        opener.apply(key.facts().material()).stream()
                                .map(text -> new OpenKey(key, KeyMaterial.parse(text))))
                .toList();
    }
}
