package dev.bonafide.method.oidc.upstream;

import static dev.bonafide.method.oidc.upstream.Transactions.NONCE;
import static dev.bonafide.method.oidc.upstream.Transactions.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** ID tokens that a native client got by itself: the same checks, and the nonce that it names. */
class NativeTokensTest {
    private final FakeProvider idp = new FakeProvider();
    private final Transactions us =
            new Transactions(idp.issuer(), ", additional_id_token_audiences: [phone]");

    @AfterEach
    void stop() {
        us.close();
        idp.close();
    }

    private String token(Map<String, ? extends @Nullable Object> claims) {
        idp.claims.clear();
        idp.claims.putAll(claims);
        return idp.idToken(NONCE);
    }

    private Failure refused(Map<String, ? extends @Nullable Object> claims, String nonce) {
        String token = token(claims);
        return refusal(() -> us.provider().verify(token, nonce)).failure();
    }

    @Test
    void aTokenForAnyOfTheOperatorsClientsIsBelieved() {
        assertThat(us.provider().verify(token(Map.of()), NONCE).subject()).isEqualTo("somebody");
        assertThat(us.provider().verify(token(Map.of("aud", "phone")), NONCE).subject())
                .isEqualTo("somebody");
        assertThat(us.provider().verify(token(Map.of("azp", "phone")), NONCE).subject())
                .isEqualTo("somebody");
    }

    @Test
    void everybodyElsesIsRefused() {
        Map<String, @Nullable Object> bare = new HashMap<>();
        bare.put("nonce", null);
        assertThat(refused(Map.of("aud", "stranger"), NONCE)).isEqualTo(Failure.TOKEN_REFUSED);
        assertThat(refused(Map.of("azp", "stranger"), NONCE)).isEqualTo(Failure.TOKEN_REFUSED);
        assertThat(refused(Map.of("exp", Instant.now().getEpochSecond() - 100), NONCE))
                .isEqualTo(Failure.TOKEN_REFUSED);
        assertThat(refused(Map.of(), "another")).isEqualTo(Failure.TOKEN_REFUSED);
        assertThat(refused(Map.of(), "")).isEqualTo(Failure.TOKEN_REFUSED);
        assertThat(refused(bare, "")).isEqualTo(Failure.TOKEN_REFUSED);
        assertThat(refused(bare, NONCE)).isEqualTo(Failure.TOKEN_REFUSED);
    }
}
