package dev.bonafide.identity;

import dev.bonafide.http.Call;
import dev.bonafide.http.Keyset;
import dev.bonafide.http.LogPosition;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.identity.IdentityCommand.EraseIdentity;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Meta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What administrators read and end of identities (contract clause 6.3). */
final class AdminIdentityRoutes implements Routes {
    private final Directory directory;
    private final IdentityQueries queries;
    private final IdentityJson json;
    private final Commands commands;
    private final Acts acts;

    AdminIdentityRoutes(
            Directory directory,
            IdentityQueries queries,
            IdentityJson json,
            Commands commands,
            Acts acts) {
        this.directory = directory;
        this.queries = queries;
        this.json = json;
        this.commands = commands;
        this.acts = acts;
    }

    /** How acts are timed and answered. */
    record Acts(Clock clock, String epoch) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/admin/identities", this::list),
                Route.admin("GET", "/admin/identities/{id}", this::get),
                Route.admin(
                        "GET", "/admin/identities/by/external/{externalID}", this::byExternalId),
                Route.admin("DELETE", "/admin/identities/{id}", this::erase));
    }

    private Reply list(Call call) {
        IdentityFilter.requireKnown(call);
        Set<String> shown = IdentityFilter.credentials(call);
        LogPosition.require(call, acts.epoch(), queries::head);
        Keyset page = Keyset.of(call);
        Optional<List<Person>> named = IdentityFilter.named(call, directory);
        if (named.isPresent()) {
            return page.links(Reply.json(200, written(named.get(), shown)), call, Optional.empty());
        }
        String after = page.after().map(AdminIdentityRoutes::key).orElse("");
        List<IdentityId> ids = queries.all(after, page.size() + 1);
        List<IdentityId> listed = ids.subList(0, Math.min(ids.size(), page.size()));
        List<Person> people =
                listed.stream().map(directory::byId).flatMap(Optional::stream).toList();
        Optional<String> next =
                ids.size() > listed.size()
                        ? Optional.of(listed.getLast().toString())
                        : Optional.empty();
        return page.links(Reply.json(200, written(people, shown)), call, next);
    }

    private List<Map<String, Object>> written(List<Person> people, Set<String> shown) {
        return people.stream().map(person -> json.forAdministrators(person, shown)).toList();
    }

    private Reply get(Call call) {
        return one(call, directory.byId(id(call)));
    }

    private Reply byExternalId(Call call) {
        return one(call, directory.byExternalId(call.path("externalID")));
    }

    private Reply one(Call call, Optional<Person> somebody) {
        Set<String> shown = IdentityFilter.credentials(call);
        return somebody.map(person -> Reply.json(200, json.forAdministrators(person, shown)))
                .orElseThrow(Problem::notFound);
    }

    /**
     * Copies of the person's key may be in backups: the answer says so, because the erasure ends
     * only with them.
     */
    private Reply erase(Call call) {
        long position = send(call, new EraseIdentity(id(call), acts.clock().now()));
        Reply reply =
                Reply.empty(204)
                        .with(
                                "Bonafide-Notice",
                                "erased here; copies of the key in backups last as long as those backups");
        return new LogPosition(acts.epoch(), position).on(reply);
    }

    private long send(Call call, IdentityCommand<Boolean> command) {
        Meta meta =
                Meta.administrator(call.header("X-Bonafide-Actor").orElse(""), call.requestId());
        try {
            return commands.send(command, meta).position();
        } catch (Refused refused) {
            if (refused.code().equals("identity.unknown")) {
                throw Problem.notFound();
            }
            throw refused;
        }
    }

    private static IdentityId id(Call call) {
        return new IdentityId(call.knownUuid("id"));
    }

    private static String key(String token) {
        try {
            return UUID.fromString(token).toString();
        } catch (IllegalArgumentException e) {
            throw Keyset.badToken();
        }
    }
}
