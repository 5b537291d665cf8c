package dev.bonafide.admin;

import dev.bonafide.flow.Traits;
import dev.bonafide.http.Problem;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.ExternalId;
import dev.bonafide.identity.Extras;
import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.identity.IdentityState.Profile;
import dev.bonafide.identity.Person;
import dev.bonafide.identity.schema.Schemas;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.FieldProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** From a draft to the events that make an identity like it; nothing is decided yet. */
final class Drafting {
    private final Schemas schemas;
    private final Directory directory;
    private final Existing existing;

    Drafting(Schemas schemas, Directory directory, Existing existing) {
        this.schemas = schemas;
        this.directory = directory;
        this.existing = existing;
    }

    String defaultSchema() {
        return schemas.byDefault().id();
    }

    /**
     * The traits' schema, after the draft was held against it.
     *
     * @throws Problem 400 for a schema that there is not, or traits that break it
     */
    Traits checked(Draft draft) {
        Traits traits =
                schemas.byId(draft.schema())
                        .map(schema -> Traits.of(schema, directory))
                        .orElseThrow(
                                () -> Problem.badRequest("schema_id: there is no such schema."));
        List<FieldProblem> problems = traits.problems(draft.traits());
        if (!problems.isEmpty()) {
            throw invalid(problems.getFirst());
        }
        return traits;
    }

    /** What makes somebody new. */
    Events fresh(IdentityId id, Draft draft, Instant now) {
        Profile profile = checked(draft).profile(id, draft.traits());
        Extras extras = extras(id, draft);
        List<IdentityEvent> events = new ArrayList<>();
        events.add(
                new IdentityEvent.Registered(
                        id, profile.schema(), profile.traits(), profile.identifiers(), now));
        if (draft.metadataPublic() != null || draft.metadataAdmin() != null) {
            events.add(metadata(id, extras, now));
        }
        if (extras.externalId() != null) {
            events.add(new IdentityEvent.ExternalIdChanged(id, extras.externalId(), now));
        }
        if (extras.addresses() != null) {
            events.add(new IdentityEvent.AddressesStated(id, extras.addresses(), now));
        }
        return new Events(events, profile.names(extras));
    }

    /** What makes somebody like the draft; only what differs. */
    Events changed(Person person, Draft draft, Instant now) {
        IdentityId id = person.id();
        Profile profile = checked(draft).profile(id, draft.traits());
        Extras extras = extras(id, draft);
        Existing.Opened was = existing.opened(person);
        List<IdentityEvent> events = new ArrayList<>();
        if (!draft.traits().equals(person.traits())
                || !draft.schema().equals(person.state().profile().schema())) {
            events.add(
                    new IdentityEvent.TraitsChanged(
                            id, profile.schema(), profile.traits(), profile.identifiers(), now));
        }
        if (!Objects.equals(was.metadataPublic(), draft.metadataPublic())
                || !Objects.equals(was.metadataAdmin(), draft.metadataAdmin())) {
            events.add(metadata(id, extras, now));
        }
        if (!Objects.equals(was.externalId(), draft.externalId())) {
            events.add(new IdentityEvent.ExternalIdChanged(id, extras.externalId(), now));
        }
        if (!Objects.equals(was.addresses(), draft.addresses())) {
            events.add(new IdentityEvent.AddressesStated(id, extras.addresses(), now));
        }
        return new Events(events, profile.names(extras));
    }

    private static IdentityEvent metadata(IdentityId id, Extras extras, Instant now) {
        return new IdentityEvent.MetadataChanged(
                id, extras.metadataPublic(), extras.metadataAdmin(), now);
    }

    private Extras extras(IdentityId id, Draft draft) {
        String externalId = draft.externalId();
        return new Extras(
                sealed(id, draft.metadataPublic()),
                sealed(id, draft.metadataAdmin()),
                externalId == null
                        ? null
                        : new ExternalId(
                                directory.externalHash(externalId),
                                new Sealed.Fresh(id, externalId)),
                sealed(id, draft.addresses()));
    }

    private static @Nullable Sealed sealed(IdentityId id, @Nullable JsonNode json) {
        return json == null ? null : new Sealed.Fresh(id, json.toString());
    }

    private static Problem invalid(FieldProblem problem) {
        String where = problem.node() == null ? "traits" : problem.node();
        return Problem.badRequest(where + ": " + problem.message().text());
    }
}
