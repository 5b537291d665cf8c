package dev.bonafide.method.oidc.upstream;

import static dev.bonafide.method.oidc.upstream.Transactions.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Aal;
import dev.bonafide.method.oidc.upstream.FakeProvider.Answered;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Kinds without ID tokens, by answers such as their documentation shows. */
class PlainProviderTest {
    private final FakeProvider idp = new FakeProvider();
    private final Transactions us = new Transactions(idp.issuer(), "");

    @AfterEach
    void stop() {
        us.close();
        idp.close();
    }

    private Provider provider(Kind kind, String scope) {
        return us.plain(kind, scope, idp.issuer());
    }

    private ObjectNode claims(Kind kind, String scope, String path, String answer) {
        idp.on(path, any -> new Answered(200, Map.of("Content-Type", "application/json"), answer));
        Account account = login(provider(kind, scope));
        assertThat(account.aal()).isEqualTo(Aal.AAL1);
        assertThat(account.issuer()).isEqualTo(Plain.of(kind).issuer());
        assertThat(account.subject()).isEqualTo(account.claims().path("sub").asString());
        ObjectNode claims = account.claims();
        claims.remove(List.of("raw_claims", "iss"));
        return claims;
    }

    private Account login(Provider provider) {
        Begin begin = Transactions.begin(Map.of(), false);
        return provider.finish(Transactions.finish(idp.loggedIn(provider.begin(begin)), false));
    }

    @Test
    void gitHub() {
        idp.on(
                "/user/emails",
                any ->
                        Answered.json(
                                List.of(
                                        Map.of("email", "b@x", "primary", false, "verified", true),
                                        Map.of(
                                                "email",
                                                "a@x",
                                                "primary",
                                                true,
                                                "verified",
                                                true))));
        String user =
                """
                {"id": 583231, "login": "octocat", "name": "The Octocat", "blog": "https://o.example",
                 "avatar_url": "https://a.example/1", "html_url": "https://github.com/octocat", "email": null}
                """;
        assertThat(claims(Kind.GITHUB, "user:email", "/user", user).toString())
                .isEqualTo(
                        """
                        {"sub":"583231","name":"The Octocat","nickname":"octocat","preferred_username":"octocat",\
                        "website":"https://o.example","picture":"https://a.example/1",\
                        "profile":"https://github.com/octocat","email":"a@x","email_verified":true}\
                        """);
        assertThat(claims(Kind.GITHUB, "read:user", "/user", user).has("email")).isFalse();
        assertThat(idp.asked.getLast().headers()).containsEntry("Authorization", "Bearer access");
    }

    @Test
    void facebook() {
        String me =
                """
                {"id": "10", "name": "Ann Other", "first_name": "Ann", "last_name": "Other",
                 "picture": {"data": {"url": "https://p.example"}}, "email": "ann@x"}
                """;
        assertThat(claims(Kind.FACEBOOK, "email", "/me", me).toString())
                .isEqualTo(
                        """
                        {"sub":"10","name":"Ann Other","nickname":"Ann Other","preferred_username":"Ann Other",\
                        "given_name":"Ann","family_name":"Other","picture":"https://p.example",\
                        "email":"ann@x","email_verified":true}\
                        """);
    }

    @Test
    void discord() {
        String me =
                """
                {"id": "80", "username": "nelly", "discriminator": "1337", "avatar": "8342",
                 "verified": true, "email": "n@x", "locale": "en-US"}
                """;
        assertThat(claims(Kind.DISCORD, "identify", "/api/v10/users/@me", me).toString())
                .isEqualTo(
                        """
                        {"sub":"80","nickname":"nelly","preferred_username":"nelly","name":"nelly#1337",\
                        "locale":"en-US","email":"n@x","email_verified":true,\
                        "picture":"https://cdn.discordapp.com/avatars/80/8342.png"}\
                        """);
    }

    @Test
    void spotify() {
        String me =
                """
                {"id": "wiz", "display_name": "Wiz", "email": "w@x", "images": [{"url": "https://i.example"}],
                 "external_urls": {"spotify": "https://open.spotify.com/user/wiz"}}
                """;
        assertThat(claims(Kind.SPOTIFY, "user-read-email", "/v1/me", me).toString())
                .isEqualTo(
                        """
                        {"sub":"wiz","name":"Wiz","nickname":"Wiz","email":"w@x","picture":"https://i.example",\
                        "profile":"https://open.spotify.com/user/wiz"}\
                        """);
        assertThat(idp.asked.getFirst().headers().get("Authorization")).startsWith("Basic ");
    }

    /** OI-01 holds for them as well. */
    @Test
    void aCodeGoesWithItsVerifier() {
        Provider github = provider(Kind.GITHUB, "read:user");
        String query = github.begin(Transactions.begin(Map.of(), false)).getQuery();
        assertThat(query).contains("code_challenge_method=S256", "response_type=code", "state=");
        idp.on("/user", any -> Answered.json(Map.of("id", 1)));
        login(github);
        assertThat(idp.asked.getFirst().form())
                .containsEntry("code_verifier", Transactions.VERIFIER)
                .containsEntry("client_secret", FakeProvider.SECRET);
    }

    @Test
    void nobodyIsTakenForSomebody() {
        Provider github = provider(Kind.GITHUB, "");
        for (String body : List.of("{}", "[]", "", "{\"id\":\"1\"}", "{\"id\":1.5}", "null")) {
            idp.on("/user", any -> new Answered(200, Map.of(), body));
            assertThat(refusal(() -> login(github)).failure()).isEqualTo(Failure.TOKEN_REFUSED);
        }
        idp.on("/user", any -> new Answered(401, Map.of(), "{\"id\":1}"));
        assertThat(refusal(() -> login(github)).failure()).isEqualTo(Failure.TOKEN_REFUSED);
    }

    /** OI-09: a refresh needs a word on when somebody logged in there, and there is none. */
    @Test
    void aFreshLoginCantBeHadOfThem() {
        Provider github = provider(Kind.GITHUB, "");
        assertThat(refusal(() -> github.begin(Transactions.begin(Map.of(), true))).failure())
                .isEqualTo(Failure.NOT_FRESH);
        assertThat(refusal(() -> github.finish(Transactions.finish(Map.of(), true))).failure())
                .isEqualTo(Failure.NOT_FRESH);
        assertThat(refusal(() -> github.verify("x.y.z", "n")).failure())
                .isEqualTo(Failure.NOT_OFFERED);
    }
}
