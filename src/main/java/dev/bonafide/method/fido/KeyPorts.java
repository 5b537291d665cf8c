package dev.bonafide.method.fido;

import dev.bonafide.identity.Directory;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What both methods need of other rooms, and what they do with it alike. */
public record KeyPorts(
        KeyNames names,
        Keyring keyring,
        Directory directory,
        KeyScript script,
        Entropy entropy,
        Clock clock) {
    /** Whose key has this id (base64url). */
    public Optional<Person> owner(String credentialId) {
        return directory.byCredential(names.of(credentialId));
    }

    /** What somebody's next key will know them by: what the others do. */
    public Pending binding(Person person, MethodId method) {
        List<OpenKey> held = keyring.of(person, method, key -> true);
        Instant now = clock.now();
        return held.isEmpty()
                ? Pending.binding(entropy, now)
                : Pending.binding(entropy, now, held.getFirst().material().userHandle());
    }

    /** What is to be stored of a key that was bound. */
    public KeyFacts facts(IdentityId owner, Verifier.Bound bound, String called, Aal aal) {
        KeyMaterial material = bound.material().called(KeyLabels.cut(called));
        KeyUse use = bound.use();
        return new KeyFacts(
                names.of(material.id()),
                new Sealed.Fresh(owner, material.text()),
                aal,
                use.signCount(),
                use.userVerified(),
                use.backupEligible(),
                use.backedUp());
    }

    public Lineage lineage() {
        return new Lineage(entropy.uuid());
    }

    /** The name of a credential id that a form has in hexadecimal; "" for what is none. */
    public String named(String hex) {
        try {
            return names.of(Bytes.text(HexFormat.of().parseHex(hex)));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** What a key shows of its owner: a login name, else the id. */
    public static String title(Person person) {
        String account = person.accountName();
        return person.identifiers().values().stream()
                .flatMap(List::stream)
                .findFirst()
                .or(() -> Optional.ofNullable(account))
                .orElseGet(() -> person.id().toString());
    }

    /** The ceremony of a flow; null where there is none, or its time is over. */
    public static @Nullable Pending alive(@Nullable String memory, Instant now) {
        Pending pending = memory == null ? null : Pending.parse(memory);
        return pending == null || !pending.alive(now) ? null : pending;
    }
}
