package dev.bonafide.method.oidc.upstream;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Facebook's {@code appsecret_proof}: that who shows a token knows the app's secret, HMAC-SHA-256
 * in hexadecimal.
 */
final class AppSecret {
    private static final String HMAC = "HmacSHA256";

    private AppSecret() {}

    static String proof(String secret, AccessToken token) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of()
                    .formatHex(mac.doFinal(token.getValue().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
