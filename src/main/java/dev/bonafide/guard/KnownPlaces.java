package dev.bonafide.guard;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.log.IdentifierKey;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.Documents;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * From where each identity logged in within the last 30 days, as HMACs of address prefixes (IPv4
 * /24, IPv6 /64). It only ever grants a budget of its own, so it may be lost: then the owner shares
 * the strangers' one until the next login.
 */
public final class KnownPlaces {
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration RENEWED_AFTER = Duration.ofDays(1);

    private final DocumentCollection documents;
    private final Clock clock;
    private final IdentifierKey key;

    public KnownPlaces(Documents documents, Clock clock, IdentifierKey key) {
        this.documents = documents.collection(new CollectionShape("known-places-1", Set.of()));
        this.clock = clock;
        this.key = key;
    }

    public boolean knows(IdentityId identity, String address) {
        return documents.get(id(identity, address)).isPresent();
    }

    /** Remembers it; written at most once a day, so that ordinary logins write nothing. */
    public void remember(IdentityId identity, String address) {
        String id = id(identity, address);
        Instant until = clock.now().plus(REMEMBERED);
        Optional<Document> known = documents.get(id);
        if (known.isEmpty()) {
            documents.insert(Document.of(id, "{}", until));
        } else if (stale(known.get(), until)) {
            Document old = known.get();
            documents.replace(new Document(id, old.version(), old.body(), old.keys(), until));
        }
    }

    private static boolean stale(Document known, Instant until) {
        Instant expires = known.expiresAt();
        return expires != null && expires.plus(RENEWED_AFTER).isBefore(until);
    }

    private String id(IdentityId identity, String address) {
        return HexFormat.of().formatHex(key.hmac("place " + identity + " " + prefix(address)));
    }

    private static String prefix(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            int bytes = parsed instanceof Inet4Address ? 3 : 8;
            return HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), bytes));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
