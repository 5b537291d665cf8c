package dev.bonafide.method.oidc.upstream;

import static dev.bonafide.method.oidc.upstream.Forgeries.genuine;
import static dev.bonafide.method.oidc.upstream.Forgeries.with;

import dev.bonafide.method.oidc.upstream.Forgeries.Forgery;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signed by the provider, and yet no proof for this client, now. */
final class ForgedClaims {
    private ForgedClaims() {}

    static Map<String, Forgery> all() {
        Map<String, Forgery> all = new LinkedHashMap<>();
        issuers(all);
        audiences(all);
        times(all);
        one(all, "sub", null, "no subject");
        one(all, "sub", " ", "a blank subject");
        one(all, "sub", "x".repeat(256), "a subject of more than 255 characters");
        one(all, "nonce", null, "no nonce");
        one(all, "nonce", "other", "the nonce of another transaction");
        one(all, "nonce", List.of(Transactions.NONCE), "a list of nonces");
        one(all, "at_hash", "AAAAAAAAAAAAAAAAAAAAAA", "the hash of another access token");
        return all;
    }

    private static void issuers(Map<String, Forgery> all) {
        one(all, "iss", null, "no issuer");
        one(all, "iss", "https://evil.example", "another issuer");
        all.put(
                "the issuer with a slash",
                good -> genuine(with(good, Map.of("iss", good.getIssuer() + "/"))));
        all.put(
                "the issuer in capitals",
                good ->
                        genuine(
                                with(
                                        good,
                                        Map.of("iss", good.getIssuer().replace("http", "HTTP")))));
    }

    private static void audiences(Map<String, Forgery> all) {
        one(all, "aud", null, "no audience");
        one(all, "aud", "other", "another audience");
        one(all, "aud", List.of(), "an empty list of audiences");
        one(all, "aud", "sibling", "the audience of another client of the same operator");
        parties(all);
        one(all, "aud", FakeProvider.CLIENT + " ", "an audience with a blank");
        one(all, "azp", "other", "authorized for another party");
        one(
                all,
                "aud",
                List.of(FakeProvider.CLIENT, "sibling"),
                "two audiences, authorized for nobody");
    }

    private static void parties(Map<String, Forgery> all) {
        all.put(
                "an unknown second audience",
                good ->
                        genuine(
                                with(
                                        good,
                                        Map.of(
                                                "aud",
                                                List.of(FakeProvider.CLIENT, "stranger"),
                                                "azp",
                                                FakeProvider.CLIENT))));
        all.put(
                "two audiences, authorized for the other",
                good ->
                        genuine(
                                with(
                                        good,
                                        Map.of(
                                                "aud",
                                                List.of(FakeProvider.CLIENT, "sibling"),
                                                "azp",
                                                "sibling"))));
    }

    private static void times(Map<String, Forgery> all) {
        one(all, "exp", null, "no end");
        one(all, "iat", null, "no beginning");
        timed(all, "exp", -61, "over for 61 seconds");
        one(all, "exp", 0L, "over since 1970");
        one(all, "exp", "tomorrow", "an end in words");
        timed(all, "iat", 100, "issued in 100 seconds");
        timed(all, "iat", 86_400, "issued tomorrow");
        timed(all, "nbf", 100, "not valid for 100 seconds");
    }

    private static void one(
            Map<String, Forgery> all, String claim, @Nullable Object value, String name) {
        all.put(name, good -> genuine(with(good, Collections.singletonMap(claim, value))));
    }

    /** Counted from when the token is made. */
    private static void timed(Map<String, Forgery> all, String claim, int seconds, String name) {
        all.put(
                name,
                good ->
                        genuine(
                                with(
                                        good,
                                        Map.of(claim, Instant.now().getEpochSecond() + seconds))));
    }
}
