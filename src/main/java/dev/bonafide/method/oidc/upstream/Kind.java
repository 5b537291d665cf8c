package dev.bonafide.method.oidc.upstream;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The configuration's {@code provider}: whose servers these are, and what is known of them. */
enum Kind {
    GENERIC(null),
    GOOGLE(
            "https://accounts.google.com",
            "oauth2.googleapis.com",
            "www.googleapis.com",
            "openidconnect.googleapis.com"),
    MICROSOFT(null, "login.microsoftonline.com", "graph.microsoft.com"),
    APPLE("https://appleid.apple.com"),
    /** Of the public one; others name theirs. */
    GITLAB("https://gitlab.com"),
    AUTH0(null),
    SLACK("https://slack.com"),
    LINKEDIN("https://www.linkedin.com/oauth", "api.linkedin.com"),
    /** Kratos' name for the same since LinkedIn speaks OpenID Connect. */
    LINKEDIN_V2("https://www.linkedin.com/oauth", "api.linkedin.com"),
    GITHUB(null),
    FACEBOOK(null),
    DISCORD(null),
    SPOTIFY(null);

    private final @Nullable String issuer;
    private final String hosts;

    Kind(@Nullable String issuer, String... hosts) {
        this.issuer = issuer;
        this.hosts = String.join(" ", hosts);
    }

    /** The issuer that all of this kind have; null where the configuration names it. */
    @Nullable String issuer() {
        return issuer;
    }

    /** {@code host:port} of what its discovery document names beside its issuer's own host. */
    List<String> hosts() {
        return Stream.of(hosts.split(" "))
                .filter(host -> !host.isEmpty())
                .map(host -> host + ":443")
                .toList();
    }

    /** Whether it gives ID tokens; the others are asked who their access token belongs to. */
    boolean speaksOpenId() {
        return switch (this) {
            case GENERIC, GOOGLE, MICROSOFT, APPLE, GITLAB, AUTH0, SLACK, LINKEDIN, LINKEDIN_V2 ->
                    true;
            case GITHUB, FACEBOOK, DISCORD, SPOTIFY -> false;
        };
    }

    /** Kratos reads these kinds' claims from the user info, whatever {@code claims_source} says. */
    boolean tellsByUserInfo() {
        return switch (this) {
            case GITLAB, AUTH0, LINKEDIN, LINKEDIN_V2 -> true;
            case GENERIC, GOOGLE, MICROSOFT, APPLE, SLACK, GITHUB, FACEBOOK, DISCORD, SPOTIFY ->
                    false;
        };
    }
}
