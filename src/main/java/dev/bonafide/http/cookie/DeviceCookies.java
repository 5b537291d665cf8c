package dev.bonafide.http.cookie;

import dev.bonafide.http.Call;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.SealingKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Who logged in with this browser within the last 30 days, sealed. It proves nothing and opens
 * nothing: whoever is known here has a budget of wrong guesses of their own, so that strangers
 * can't shut them out (OWASP, "device cookies").
 */
public final class DeviceCookies {
    /** The cookie's name. */
    public static final String NAME = "bonafide_device";

    private static final String CONTEXT = "device";
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration RENEWED_AFTER = Duration.ofDays(1);

    /** A shared machine forgets the one who was there longest ago. */
    private static final int MOST = 8;

    private final Supplier<CookieSettings> settings;
    private final Supplier<SealingKeys> keys;
    private final Clock clock;
    private final Entropy entropy;

    public DeviceCookies(
            Supplier<CookieSettings> settings,
            Supplier<SealingKeys> keys,
            Clock clock,
            Entropy entropy) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Whether anybody did. */
    public boolean knowsAnybody(Call call) {
        return !people(call).isEmpty();
    }

    /** Whether the identity logged in with this browser. */
    public boolean knows(Call call, IdentityId identity) {
        return people(call).containsKey(identity.toString());
    }

    /**
     * The {@code Set-Cookie} line that remembers it; empty where it is remembered since less than a
     * day.
     */
    public Optional<String> remember(Call call, IdentityId identity) {
        Instant now = clock.now();
        Map<String, Instant> people = people(call);
        Instant known = people.remove(identity.toString());
        if (known != null && now.plus(LIFE).minus(RENEWED_AFTER).isBefore(known)) {
            return Optional.empty();
        }
        Map<String, Instant> next = new LinkedHashMap<>();
        next.put(identity.toString(), now.plus(LIFE));
        people.forEach(next::put);
        String text =
                next.entrySet().stream()
                        .limit(MOST)
                        .map(entry -> entry.getKey() + "=" + entry.getValue().getEpochSecond())
                        .collect(Collectors.joining(","));
        String sealed = keys.get().seal(CONTEXT, text, entropy);
        return Optional.of(settings.get().common().lasting(NAME, sealed, now, LIFE));
    }

    /** Those whose time is not over, newest first. */
    private Map<String, Instant> people(Call call) {
        Map<String, Instant> people = new LinkedHashMap<>();
        Optional.ofNullable(call.cookies().get(NAME))
                .flatMap(value -> keys.get().open(CONTEXT, value))
                .ifPresent(text -> read(text, people));
        return people;
    }

    /** What opens was written here, so it is well formed. */
    private void read(String text, Map<String, Instant> people) {
        for (String entry : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            Instant until = Instant.ofEpochSecond(Long.parseLong(entry.substring(equals + 1)));
            if (clock.now().isBefore(until)) {
                people.put(entry.substring(0, equals), until);
            }
        }
    }
}
