package dev.bonafide.method.password;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.Identifier;
import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.password.Typed.Usable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Ada, her house mates, and what a test of passwords needs. */
final class Ada {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    static final IdentityId ID = IdentityId.of("01990000-0000-7000-8000-00000000ada0");
    static final IdentityId BOB = IdentityId.of("01990000-0000-7000-8000-00000000b0b0");
    static final Lineage LINEAGE = Lineage.of("5ea1ed00-0000-4000-8000-000000000001");
    static final String MAIL = "ada@example.org";

    /** Little work, so that tests can hash by the thousand. */
    static final Argon2Cost CHEAP = new Argon2Cost(8, 1, 1, 16, 32);

    private Ada() {}

    static Typed typed(String text) {
        return ((Usable) Typed.read(text)).typed();
    }

    static Entropy entropy(long seed) {
        Random random = new Random(seed);
        return length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    /** A stored string for this password. */
    static String hash(String password, Argon2Cost cost) {
        return Argon2Hash.of(typed(password), cost, new byte[cost.saltLength()]).text();
    }

    static Sealed fresh(String text) {
        return new Sealed.Fresh(ID, text);
    }

    static Optional<String> open(Sealed sealed) {
        return Optional.of(((Sealed.Fresh) sealed).text());
    }

    static PasswordEvent set(String hash) {
        return new PasswordEvent.PasswordSet(ID, LINEAGE, fresh(hash), NOW);
    }

    static Person person(CredentialEvent... credentials) {
        return person(ID, MAIL, credentials);
    }

    static Person person(IdentityId id, String mail, CredentialEvent... credentials) {
        IdentityState state =
                new IdentityState.None()
                        .evolve(
                                new IdentityEvent.Registered(
                                        id,
                                        "default",
                                        new Sealed.Fresh(id, "{}"),
                                        List.of(new Identifier("00", Set.of(PasswordMethod.ID))),
                                        NOW));
        for (CredentialEvent credential : credentials) {
            state = state.evolve(credential);
        }
        return new Person(
                (IdentityState.Registered) state,
                traits(mail),
                Map.of(PasswordMethod.ID, List.of(mail)),
                null);
    }

    static ObjectNode traits(String mail) {
        ObjectNode traits = JsonNodeFactory.instance.objectNode();
        traits.put("email", mail).putObject("name").put("first", "Augusta").put("last", "Lovelace");
        return traits;
    }

    static ObjectNode form(String... namesAndValues) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put("method", "password");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    static Lineage lineage(int n) {
        return new Lineage(new UUID(0x4000, 0x8000_0000_0000_0000L + n));
    }

    /** A directory of these people. */
    static final class House implements Directory {
        private final Map<String, Person> byMail = new HashMap<>();

        House(Person... people) {
            for (Person person : people) {
                byMail.put(person.identifier(PasswordMethod.ID), person);
            }
        }

        @Override
        public Optional<Person> byIdentifier(MethodId method, String typed) {
            return Optional.ofNullable(byMail.get(typed.strip().toLowerCase(Locale.ROOT)));
        }

        @Override
        public Optional<Person> byId(IdentityId id) {
            return byMail.values().stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public String hash(String typed) {
            return "%08x".formatted(typed.strip().toLowerCase(Locale.ROOT).hashCode());
        }
    }
}
