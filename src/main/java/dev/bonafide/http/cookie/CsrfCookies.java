package dev.bonafide.http.cookie;

import dev.bonafide.http.Call;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Hashes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The double-submit cookie against cross-site requests (contract clauses 7.2, 7.3): a form carries
 * the cookie's token, masked anew each time, which a page of another site can't read.
 */
public final class CsrfCookies {
    private static final Duration LIFE = Duration.ofDays(365);

    private final String name;
    private final Supplier<CookieSettings> settings;
    private final Clock clock;
    private final Entropy entropy;

    public CsrfCookies(
            URI publicUrl, Supplier<CookieSettings> settings, Clock clock, Entropy entropy) {
        this.name = name(publicUrl);
        this.settings = settings;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Kratos' name, so that two servers on one host keep apart. */
    private static String name(URI publicUrl) {
        byte[] url = publicUrl.toString().getBytes(StandardCharsets.UTF_8);
        return "csrf_token_" + HexFormat.of().formatHex(Hashes.sha256(url));
    }

    /** The token of the cookie that came along; empty if there is none, or it can't be ours. */
    public Optional<CsrfToken> presented(Call call) {
        return Optional.ofNullable(call.cookies().get(name)).flatMap(CsrfToken::of);
    }

    /** A new token, which nobody knows yet. */
    public CsrfToken fresh() {
        return new CsrfToken(entropy.bytes(CsrfToken.LENGTH));
    }

    /** The token as a form carries it. */
    public String field(CsrfToken token) {
        return token.masked(entropy.bytes(CsrfToken.LENGTH));
    }

    /** The {@code Set-Cookie} line that gives the token to a browser. */
    public String issue(CsrfToken token) {
        String value = Base64.getEncoder().encodeToString(token.bytes());
        return settings.get().common().lasting(name, value, clock.now(), LIFE);
    }
}
