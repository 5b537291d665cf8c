package dev.bonafide.admin;

import dev.bonafide.admin.IdentityWrites.Written;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Uuids;
import dev.bonafide.kernel.Overloaded;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.Meta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates up to a thousand identities, each for itself: one that is refused stops no other. A few
 * at once, so that they share commits but leave room in the queue for hashes to those who log in.
 */
final class Batch {
    private static final int ENTRIES_MOST = 1000;
    private static final int AT_ONCE = 16;

    private final IdentityWrites writes;

    Batch(IdentityWrites writes) {
        this.writes = writes;
    }

    /**
     * What became of each, in the order of the body.
     *
     * @param position in the log that covers all; -1 where nothing was written
     */
    record Outcome(List<Map<String, Object>> entries, long position) {
        Outcome {
            entries = List.copyOf(entries);
        }
    }

    private record One(Map<String, Object> entry, long position) {}

    Outcome run(ObjectNode body, Meta meta, String requestId) {
        List<JsonNode> patches = patches(body);
        try (ExecutorService workers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<One>> futures = new ArrayList<>();
            patches.forEach(
                    patch -> futures.add(workers.submit(() -> one(patch, meta, requestId))));
            List<One> all = futures.stream().map(Batch::result).toList();
            return new Outcome(
                    all.stream().map(One::entry).toList(),
                    all.stream().mapToLong(One::position).max().orElse(-1));
        }
    }

    private static List<JsonNode> patches(ObjectNode body) {
        JsonNode identities = body.path("identities");
        if (body.size() > 1 || !identities.isArray()) {
            throw Problem.badRequest("The body must have identities, an array, and nothing else.");
        }
        if (identities.size() > ENTRIES_MOST) {
            throw Problem.badRequest(
                    "identities: at most " + ENTRIES_MOST + " can be created at once.");
        }
        List<JsonNode> patches = new ArrayList<>(identities.values());
        patches.forEach(Batch::requireShape);
        return patches;
    }

    private static void requireShape(JsonNode patch) {
        JsonNode id = patch.path("patch_id");
        if (!patch.isObject() || !(id.isMissingNode() || id.isNull() || uuid(id))) {
            throw Problem.badRequest("identities: each must be an object; patch_id is a UUID.");
        }
    }

    private static boolean uuid(JsonNode id) {
        return id.isString() && Uuids.parse(id.stringValue()).isPresent();
    }

    private One one(JsonNode patch, Meta meta, String requestId) {
        Map<String, Object> entry = new LinkedHashMap<>();
        if (patch.path("patch_id").isString()) {
            entry.put("patch_id", patch.path("patch_id").stringValue());
        }
        try {
            Written written = writes.create(draft(patch), meta);
            entry.put("action", "create");
            entry.put("identity", written.id().toString());
            return new One(entry, written.position());
        } catch (Problem problem) {
            return refused(entry, problem, requestId);
        } catch (Refused refused) {
            String reason = Objects.requireNonNullElse(refused.getMessage(), "");
            return refused(entry, Problem.badRequest(reason), requestId);
        } catch (Overloaded overloaded) {
            return refused(entry, Problem.of(429, ""), requestId);
        } catch (Unavailable unavailable) {
            return refused(entry, Problem.of(503, ""), requestId);
        }
    }

    private Draft draft(JsonNode patch) {
        if (patch.path("create") instanceof ObjectNode create) {
            return DraftReader.whole(create, writes.defaultSchema());
        }
        throw Problem.badRequest("create must be an object.");
    }

    private static One refused(Map<String, Object> entry, Problem problem, String requestId) {
        entry.put("action", "error");
        entry.put("error", problem.object(requestId).get("error"));
        return new One(entry, -1);
    }

    private static One result(Future<One> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while creating identities", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an entry of a batch failed", e.getCause());
        }
    }
}
