package dev.bonafide.method.oidc.upstream;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import dev.bonafide.kernel.Ticker;
import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one provider, asked when it is needed and kept for a while. A provider that is
 * away is not asked again and again: for a moment everybody hears of the last failure.
 */
final class Discovery {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration USABLE = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** How long keys are kept; an unknown key id asks again, but not more often than this. */
    private static final long KEYS_KEPT = Duration.ofMinutes(5).toMillis();

    private static final long KEYS_AGAIN = Duration.ofSeconds(30).toMillis();
    private static final long KEYS_WAIT = Duration.ofSeconds(10).toMillis();

    private final IssuerRule rule;
    private final Caller caller;
    private final Ticker ticker;
    private volatile @Nullable Known known;
    private volatile @Nullable Failed failed;

    /** The document, and the keys that it points to. */
    record Known(Metadata metadata, JWKSource<SecurityContext> keys, long at) {}

    private record Failed(UpstreamRefused why, long at) {}

    Discovery(IssuerRule rule, Caller caller, Ticker ticker) {
        this.rule = rule;
        this.caller = caller;
        this.ticker = ticker;
    }

    IssuerRule rule() {
        return rule;
    }

    Caller caller() {
        return caller;
    }

    /**
     * What is known, or found out now.
     *
     * @throws UpstreamRefused if nothing is, or was for a day
     */
    Known known() {
        Known last = known;
        if (last != null && isWithin(FRESH, last.at())) {
            return last;
        }
        try {
            return refreshed(last);
        } catch (UpstreamRefused e) {
            failed = new Failed(e, ticker.nanos());
            if (last != null && isWithin(USABLE, last.at())) {
                return last;
            }
            throw e;
        }
    }

    private Known refreshed(@Nullable Known last) {
        Failed before = failed;
        if (before != null && isWithin(PAUSE, before.at())) {
            throw before.why();
        }
        Metadata metadata = Metadata.of(document(), rule);
        Known now = new Known(metadata, keys(metadata, last), ticker.nanos());
        known = now;
        return now;
    }

    private String document() {
        try {
            return caller.get(rule.document()).body();
        } catch (IOException e) {
            throw Caller.failed(e);
        }
    }

    private JWKSource<SecurityContext> keys(Metadata metadata, @Nullable Known last) {
        if (last != null && last.metadata().keys().equals(metadata.keys())) {
            return last.keys();
        }
        try {
            return JWKSourceBuilder.<SecurityContext>create(metadata.keys().toURL(), caller)
                    .cache(KEYS_KEPT, KEYS_WAIT)
                    .rateLimited(KEYS_AGAIN)
                    .refreshAheadCache(false)
                    .retrying(false)
                    .build();
        } catch (MalformedURLException e) {
            throw new UpstreamRefused(Failure.UNREACHABLE, "its jwks_uri is no address");
        }
    }

    private boolean isWithin(Duration span, long since) {
        return ticker.nanos() - since < span.toNanos();
    }
}
