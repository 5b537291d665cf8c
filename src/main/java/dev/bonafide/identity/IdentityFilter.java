package dev.bonafide.identity;

import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Uuids;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a list of identities can be narrowed to (contract clause 6.3). */
final class IdentityFilter {
    private static final int IDS_MOST = 500;
    private static final Set<String> LEVELS = Set.of("strong", "eventual");
    private static final Pattern TYPE = Pattern.compile("[a-z_]{1,32}");

    private IdentityFilter() {}

    /**
     * Refuses what can't be looked for: identifiers are kept as hashes, which have no neighbours,
     * and there are no organizations. Every list reads the log's head, whatever level is asked for.
     */
    static void requireKnown(Call call) {
        for (String parameter :
                List.of("preview_credentials_identifier_similar", "organization_id")) {
            if (call.query(parameter).isPresent()) {
                throw Problem.badRequest("The query parameter " + parameter + " is not supported.");
            }
        }
        if (!LEVELS.contains(call.query("consistency").orElse("strong"))) {
            throw Problem.badRequest("The query parameter consistency must be strong or eventual.");
        }
    }

    /** The types of credentials to be shown with their config. */
    static Set<String> credentials(Call call) {
        Set<String> types = new LinkedHashSet<>(call.queries("include_credential"));
        if (types.size() > 32 || !types.stream().allMatch(TYPE.asMatchPredicate())) {
            throw Problem.badRequest(
                    "The query parameter include_credential must be a type of credential.");
        }
        return types;
    }

    /** Those that the request names, in its order; empty where it names none. */
    static Optional<List<Person>> named(Call call, Directory directory) {
        List<String> ids = call.queries("ids");
        Optional<String> identifier = call.query("credentials_identifier");
        Optional<String> external = call.query("external_id");
        int filters = (ids.isEmpty() ? 0 : 1) + size(identifier) + size(external);
        if (filters > 1) {
            throw Problem.badRequest(
                    "Only one of ids, credentials_identifier and external_id can be given.");
        }
        if (!ids.isEmpty()) {
            return Optional.of(byIds(ids, directory));
        }
        return identifier
                .map(typed -> directory.byIdentifier(typed).stream().toList())
                .or(() -> external.map(name -> directory.byExternalId(name).stream().toList()));
    }

    private static int size(Optional<String> given) {
        return given.isPresent() ? 1 : 0;
    }

    private static List<Person> byIds(List<String> ids, Directory directory) {
        if (ids.size() > IDS_MOST) {
            throw Problem.badRequest("At most " + IDS_MOST + " ids can be given.");
        }
        return ids.stream()
                .map(IdentityFilter::uuid)
                .distinct()
                .map(id -> directory.byId(new dev.bonafide.kernel.IdentityId(id)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static UUID uuid(String text) {
        return Uuids.parse(text)
                .orElseThrow(() -> Problem.badRequest("The query parameter ids must be UUIDs."));
    }
}
