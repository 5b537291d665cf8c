package dev.bonafide.admin;

import dev.bonafide.flow.Traits;
import dev.bonafide.http.Problem;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Meta;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Creates and changes identities: drafts, imports, and one command each. */
final class IdentityWrites {
    /** How often a change looks again at an identity that moved under it. */
    private static final int LOOKS = 8;

    private final Drafting drafting;
    private final Imports imports;
    private final Directory directory;
    private final Commands commands;
    private final Chance chance;

    IdentityWrites(
            Drafting drafting,
            Imports imports,
            Directory directory,
            Commands commands,
            Chance chance) {
        this.drafting = drafting;
        this.imports = imports;
        this.directory = directory;
        this.commands = commands;
        this.chance = chance;
    }

    /** Time and new ids. */
    record Chance(Clock clock, Entropy entropy) {}

    /** Who was written, and where in the log. */
    record Written(IdentityId id, long position) {}

    String defaultSchema() {
        return drafting.defaultSchema();
    }

    Person person(IdentityId id) {
        return directory.byId(id).orElseThrow(Problem::notFound);
    }

    /** The draft is checked before its passwords are hashed: what is refused costs little. */
    Written create(Draft draft, Meta meta) {
        Instant now = chance.clock().now();
        IdentityId id = new IdentityId(chance.entropy().timeOrderedUuid(now));
        Traits traits = drafting.checked(draft);
        List<CredentialIntent> intents = imports.read(id, draft, traits, now);
        Events events = drafting.fresh(id, draft, now);
        WriteIdentity command =
                new WriteIdentity(
                        id, null, events.events(), events.names(), draft.active(), intents, now);
        return new Written(id, send(command, meta));
    }

    /**
     * Makes the identity like the draft that {@code wanted} makes of it, as often as it moves
     * meanwhile.
     */
    Written change(IdentityId id, Function<Person, Draft> wanted, Meta meta) {
        for (int look = 0; look < LOOKS; look++) {
            try {
                return new Written(id, send(change(person(id), wanted), meta));
            } catch (Refused refused) {
                if (!refused.code().equals("identity.moved")) {
                    throw refused;
                }
            }
        }
        throw Problem.of(409, "The identity is being changed by somebody else.");
    }

    private WriteIdentity change(Person person, Function<Person, Draft> wanted) {
        Instant now = chance.clock().now();
        Draft draft = wanted.apply(person);
        Events events = drafting.changed(person, draft, now);
        List<CredentialIntent> intents =
                imports.read(person.id(), draft, drafting.checked(draft), now);
        List<IdentityEvent> changes = events.events();
        return new WriteIdentity(
                person.id(), person.state(), changes, events.names(), draft.active(), intents, now);
    }

    private long send(WriteIdentity command, Meta meta) {
        try {
            return commands.send(command, meta).position();
        } catch (Refused refused) {
            throw switch (refused.code()) {
                case "identifier.taken" ->
                        Problem.of(
                                409,
                                "This identity conflicts with another identity that already exists.");
                case "identity.unknown" -> Problem.notFound();
                default -> refused;
            };
        }
    }
}
