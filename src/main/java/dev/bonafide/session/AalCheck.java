package dev.bonafide.session;

import dev.bonafide.http.Problem;
import dev.bonafide.kernel.Aal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session is strong enough for an endpoint, and where to go if it is not (contract clause
 * 1.7).
 */
public final class AalCheck {
    private final Offers offers;
    private final URI publicUrl;

    public AalCheck(Offers offers, URI publicUrl) {
        this.offers = offers;
        this.publicUrl = publicUrl;
    }

    /** Whether it is. */
    public boolean satisfied(RequiredAal required, Standing standing) {
        return required.missing(standing, offers) == Aal.AAL0;
    }

    /**
     * Refuses a session that is not.
     *
     * @param returnTo where to come back to; null for nowhere
     * @throws Problem 403 {@code session_aal2_required}, with {@code redirect_browser_to}
     */
    public void require(RequiredAal required, Standing standing, @Nullable String returnTo) {
        if (!satisfied(required, standing)) {
            throw missing(returnTo);
        }
    }

    /** The refusal; {@code returnTo}: where to come back to; null for nowhere. */
    public Problem missing(@Nullable String returnTo) {
        String back =
                returnTo == null
                        ? ""
                        : "&return_to=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
        String redirect =
                publicUrl.resolve("self-service/login/browser?aal=aal2" + back).toString();
        return new Problem(
                        403,
                        "session_aal2_required",
                        "Session does not fulfill the requested Authenticator Assurance Level",
                        "An active session was found but it does not fulfill the requested Authenticator Assurance Level."
                                + " Please verify yourself with a second factor to resolve this issue.")
                .detail("redirect_browser_to", redirect)
                .sibling("redirect_browser_to", redirect)
                .leading(redirect);
    }
}
