package dev.bonafide.method.oidc.upstream;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an access token opens: JSON about the person that it belongs to. */
record UserInfo(Caller caller) {
    /**
     * An object.
     *
     * @throws UpstreamRefused if the answer is none
     */
    ObjectNode object(URI endpoint, AccessToken token) {
        return ClaimsJson.object(text(endpoint, token));
    }

    /**
     * An object or a list.
     *
     * @throws UpstreamRefused if the answer is none
     */
    JsonNode any(URI endpoint, AccessToken token) {
        return ClaimsJson.any(text(endpoint, token));
    }

    private String text(URI endpoint, AccessToken token) {
        try {
            HTTPResponse response =
                    new UserInfoRequest(endpoint, token).toHTTPRequest().send(caller);
            if (response.getStatusCode() != 200) {
                throw new UpstreamRefused(
                        Failure.TOKEN_REFUSED,
                        "the user info endpoint answered " + response.getStatusCode());
            }
            return Objects.requireNonNullElse(response.getBody(), "");
        } catch (IOException e) {
            throw Caller.failed(e);
        }
    }
}
