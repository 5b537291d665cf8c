package dev.bonafide.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract clause 7.1. */
class CredentialsTest {
    private final Credentials credentials =
            new Credentials(
                    () -> "ory_kratos_session",
                    value ->
                            value.startsWith("sealed:")
                                    ? Optional.of(value.substring(7))
                                    : Optional.empty());

    private static FakeCall call() {
        return FakeCall.get("http://a/sessions/whoami");
    }

    @Test
    void takesTheHeaderBeforeTheCookieBeforeTheBearer() {
        FakeCall call = call().header("Authorization", "Bearer c");
        assertThat(credentials.token(call)).contains("c");
        assertThat(credentials.token(call.cookie("ory_kratos_session", "sealed:b"))).contains("b");
        assertThat(credentials.token(call.header("X-Session-Token", "a"))).contains("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "sealed:", ""})
    void passesOverACookieThatHoldsNoToken(String value) {
        FakeCall call = call().header("Authorization", "Bearer c");
        assertThat(credentials.token(call.cookie("ory_kratos_session", value))).contains("c");
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer x,x",
        "bearer x,x",
        "BEARER  x,x",
        "Basic x,",
        "Bearer,",
        "Bearerx,",
        "'Bearer x y',"
    })
    void readsBearerTokensInAnyCase(String header, String token) {
        assertThat(credentials.token(call().header("Authorization", header)))
                .isEqualTo(Optional.ofNullable(token));
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(credentials.token(call().header("X-Session-Token", ""))).isEmpty();
        assertThat(credentials.token(call().cookie("other", "sealed:b"))).isEmpty();
    }
}
