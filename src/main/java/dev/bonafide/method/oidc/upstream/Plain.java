package dev.bonafide.method.oidc.upstream;

import dev.bonafide.method.oidc.outbound.Ask;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a kind is found that speaks OAuth 2.0 and gives no ID tokens: who an access token belongs
 * to is asked of its API. That is a proof because the token came from the kind's own endpoint for a
 * code and a verifier, not from a browser.
 *
 * @param issuer what stands for one in the names of accounts; never to be changed
 * @param who where it says whose token this is
 * @param basic whether the client's secret goes into a header, else into the form
 * @param profile what it says, in OpenID Connect's words
 */
record Plain(String issuer, URI authorization, URI token, URI who, boolean basic, Profile profile) {
    private static final String FACEBOOK_FIELDS =
            "id,name,first_name,last_name,middle_name,email,picture,birthday,gender";

    private static final Plain GITHUB =
            plain(
                    "https://github.com/login/oauth",
                    "https://github.com/login/oauth/authorize",
                    "https://github.com/login/oauth/access_token",
                    "https://api.github.com/user",
                    new Profile.GitHub());
    private static final Plain FACEBOOK =
            plain(
                    "https://www.facebook.com",
                    "https://www.facebook.com/dialog/oauth",
                    "https://graph.facebook.com/oauth/access_token",
                    "https://graph.facebook.com/me?fields=" + FACEBOOK_FIELDS,
                    new Profile.Facebook());
    private static final Plain DISCORD =
            plain(
                    "https://discord.com",
                    "https://discord.com/oauth2/authorize",
                    "https://discord.com/api/v10/oauth2/token",
                    "https://discord.com/api/v10/users/@me",
                    new Profile.Discord());
    private static final Plain SPOTIFY =
            plain(
                    "https://accounts.spotify.com",
                    "https://accounts.spotify.com/authorize",
                    "https://accounts.spotify.com/api/token",
                    "https://api.spotify.com/v1/me",
                    new Profile.Spotify());

    /** The same for a test's own servers. */
    Plain at(String server) {
        String query = who.getRawQuery() == null ? "" : "?" + who.getRawQuery();
        return new Plain(
                issuer,
                URI.create(server + "/authorize"),
                URI.create(server + "/token"),
                URI.create(server + who.getRawPath() + query),
                basic,
                profile);
    }

    /** {@code host:port} of what is called. */
    Set<String> hosts() {
        return Stream.of(token, who).map(Ask::authority).collect(Collectors.toSet());
    }

    static Plain of(Kind kind) {
        return switch (kind) {
            case GITHUB -> GITHUB;
            case FACEBOOK -> FACEBOOK;
            case DISCORD -> DISCORD;
            case SPOTIFY -> SPOTIFY;
            case GENERIC, GOOGLE, MICROSOFT, APPLE, GITLAB, AUTH0, SLACK, LINKEDIN, LINKEDIN_V2 ->
                    throw new IllegalArgumentException(kind + " speaks OpenID Connect");
        };
    }

    private static Plain plain(
            String issuer, String authorization, String token, String who, Profile profile) {
        return new Plain(
                issuer,
                URI.create(authorization),
                URI.create(token),
                URI.create(who),
                profile instanceof Profile.Spotify,
                profile);
    }
}
