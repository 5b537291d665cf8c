package dev.bonafide.method.oidc.upstream;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A code for tokens (OpenID Connect Core 3.1.3), at the endpoint of the provider that the
 * transaction began with (OI-04), never without the verifier (OI-01).
 */
record Redemption(
        Caller caller, URI endpoint, String client, @Nullable ClientAuthentication proof) {
    /**
     * The tokens.
     *
     * @param issuer that the answer has to name if it names one
     * @param named whether it has to name one (RFC 9207)
     * @throws UpstreamRefused if it is no answer, or no tokens come of it
     */
    AccessTokenResponse of(Finish finish, String issuer, boolean named) {
        requireAnswer(finish.answer(), issuer, named);
        String code = finish.answer().getOrDefault("code", "");
        if (code.isEmpty()) {
            throw new UpstreamRefused(Failure.ANSWER_REFUSED, "the answer has no code");
        }
        return tokens(parsed(sent(finish, code)));
    }

    /** Who answers is looked at first: an error of somebody else's means nothing either. */
    private static void requireAnswer(Map<String, String> answer, String issuer, boolean named) {
        String by = answer.get("iss");
        boolean fits = by == null ? !named : by.equals(issuer);
        if (!fits) {
            throw new UpstreamRefused(
                    Failure.ANSWER_REFUSED,
                    by == null
                            ? "the answer doesn't name its issuer"
                            : "the answer names another issuer");
        }
        String error = answer.get("error");
        if (error != null) {
            throw new UpstreamRefused(
                    Failure.DENIED, "the provider answered with the error " + safe(error));
        }
    }

    private HTTPResponse sent(Finish finish, String code) {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code),
                        finish.redirectUri(),
                        new CodeVerifier(finish.verifier()));
        TokenRequest request =
                proof == null
                        ? new TokenRequest.Builder(endpoint, new ClientID(client), grant).build()
                        : new TokenRequest.Builder(endpoint, proof, grant).build();
        try {
            return request.toHTTPRequest().send(caller);
        } catch (IOException e) {
            throw Caller.failed(e);
        }
    }

    private static TokenResponse parsed(HTTPResponse response) {
        if (response.getStatusCode() >= 500) {
            throw new UpstreamRefused(
                    Failure.UNREACHABLE, "the token endpoint answered " + response.getStatusCode());
        }
        try {
            return OIDCTokenResponseParser.parse(response);
        } catch (ParseException | IllegalArgumentException e) {
            throw new UpstreamRefused(
                    Failure.CODE_REFUSED, "the token endpoint gave no tokens: it can't be read");
        }
    }

    private static AccessTokenResponse tokens(TokenResponse response) {
        if (response.indicatesSuccess()) {
            return response.toSuccessResponse();
        }
        ErrorObject error = response.toErrorResponse().getErrorObject();
        String word = error == null ? "" : Objects.requireNonNullElse(error.getCode(), "");
        throw new UpstreamRefused(
                Failure.CODE_REFUSED, "the token endpoint refused the code: " + safe(word));
    }

    /** The word of the standard; whatever else somebody put there stays out of the log. */
    private static String safe(String error) {
        return error.matches("[a-z_]{1,64}") ? error : "(unreadable)";
    }
}
