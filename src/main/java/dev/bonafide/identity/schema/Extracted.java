package dev.bonafide.identity.schema;

import dev.bonafide.kernel.MethodId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the marked traits are for, in the schema's order, without repetitions. All values as they
 * stand in the traits: not trimmed, not normalised.
 *
 * @param identifiers login identifiers per kind of credential
 * @param reachable for kinds that send to the identifier: where, and by which way
 * @param accountName what an authenticator app shows; null if no trait is marked or it is empty
 * @param displayName what a passkey is called; likewise
 * @param verifiable addresses that the person can be asked to prove
 * @param recovery addresses over which the account can be recovered
 */
public record Extracted(
        Map<MethodId, List<String>> identifiers,
        Map<MethodId, List<Address>> reachable,
        @Nullable String accountName,
        @Nullable String displayName,
        List<Address> verifiable,
        List<Address> recovery) {

    /** Where messages go. {@code via} is {@code email} or {@code sms}. */
    public record Address(String value, String via) {
        @Override
        public String toString() {
            return "Address[via=" + via + "]";
        }
    }

    static Extracted of(List<MarkKeyword.Marked> marked) {
        Collecting all = new Collecting();
        marked.forEach(all::add);
        return new Extracted(
                lists(all.identifiers),
                lists(all.reachable),
                all.accountName,
                all.displayName,
                List.copyOf(all.verifiable),
                List.copyOf(all.recovery));
    }

    /** Traits are personal. */
    @Override
    public String toString() {
        return "Extracted" + identifiers.keySet();
    }

    private static <V> Map<MethodId, List<V>> lists(Map<MethodId, Set<V>> sets) {
        Map<MethodId, List<V>> lists = new LinkedHashMap<>();
        sets.forEach((kind, values) -> lists.put(kind, List.copyOf(values)));
        return Collections.unmodifiableMap(lists);
    }

    private static final class Collecting {
        private final Map<MethodId, Set<String>> identifiers = new LinkedHashMap<>();
        private final Map<MethodId, Set<Address>> reachable = new LinkedHashMap<>();
        private final Set<Address> verifiable = new LinkedHashSet<>();
        private final Set<Address> recovery = new LinkedHashSet<>();
        private @Nullable String accountName;
        private @Nullable String displayName;

        void add(MarkKeyword.Marked marked) {
            String value = marked.value();
            marked.marks().credentials().forEach((kind, mark) -> add(kind, mark, value));
            add(verifiable, value, marked.marks().verification());
            add(recovery, value, marked.marks().recovery());
        }

        private void add(MethodId kind, Marks.Credential mark, String value) {
            if (mark.identifier()) {
                of(identifiers, kind).add(value);
                add(of(reachable, kind), value, mark.via());
            }
            accountName = mark.accountName() && accountName == null ? value : accountName;
            displayName = mark.displayName() && displayName == null ? value : displayName;
        }

        private static void add(Set<Address> addresses, String value, @Nullable String via) {
            if (via != null) {
                addresses.add(new Address(value, via));
            }
        }

        private static <V> Set<V> of(Map<MethodId, Set<V>> all, MethodId kind) {
            return all.computeIfAbsent(kind, any -> new LinkedHashSet<>());
        }
    }
}
