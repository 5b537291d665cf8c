package dev.bonafide.flow;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.session.RequiredAal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How conversations go ({@code selfservice.*}).
 *
 * @param publicUrl base of the public API, with a slash at its end; the only source of links
 */
public record FlowSettings(
        URI publicUrl,
        SelfService selfservice,
        Login login,
        Registration registration,
        Settings settings,
        Profile profile) {
    public static FlowSettings of(Configuration configuration, URI publicUrl) {
        return new FlowSettings(
                publicUrl,
                configuration.bind("selfservice", SelfService.class),
                configuration.bind("selfservice.flows.login", Login.class),
                configuration.bind("selfservice.flows.registration", Registration.class),
                configuration.bind("selfservice.flows.settings", Settings.class),
                configuration.bind("selfservice.methods.profile", Profile.class));
    }

    /** Where flows may lead; the public URL is always allowed. */
    List<URI> returnUrls() {
        List<URI> allowed = new ArrayList<>(selfservice.allowedReturnUrls());
        allowed.add(publicUrl);
        return List.copyOf(allowed);
    }

    /** A link into the public API; {@code path} without a leading slash. */
    public String link(String path) {
        return publicUrl.resolve(path).toString();
    }

    /** What all flows share. */
    public record SelfService(
            @Nullable URI defaultBrowserReturnUrl, @Default("[]") List<URI> allowedReturnUrls) {}

    /** {@code selfservice.flows.login}. */
    public record Login(@Default("1h") Duration lifespan, @Nullable URI uiUrl) {}

    /** {@code selfservice.flows.registration}. */
    public record Registration(
            @Default("true") boolean enabled,
            @Default("1h") Duration lifespan,
            @Default("profile_first") Style style,
            @Nullable URI uiUrl) {}

    /** {@code selfservice.flows.settings}. */
    public record Settings(
            @Default("1h") Duration lifespan,
            @Default("1h") Duration privilegedSessionMaxAge,
            @Default("highest_available") RequiredAal requiredAal,
            @Nullable URI uiUrl) {}

    /** {@code selfservice.methods.profile}: whether people change their traits themselves. */
    public record Profile(@Default("true") boolean enabled) {}

    /** Whether registration asks for traits first and for a credential then, or for all at once. */
    public enum Style {
        PROFILE_FIRST,
        UNIFIED
    }
}
