package dev.bonafide.flow;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
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
        Profile profile,
        ErrorPage error) {
    private static final String ENTRIES =
            "http(s)://host[:port][/path] without user, query and fragment, or app-scheme:...";
    private static final String WHOLE = "a whole address such as https://example.org/path";
    static final String LIFESPAN = "From the beginning of a flow to its end.";
    static final String PAGE = "The page that shows such a flow to a browser.";
    static final String BUILT_IN = "the built-in page";

    public static FlowSettings of(Configuration configuration, URI publicUrl) {
        return new FlowSettings(
                publicUrl,
                configuration.bind("selfservice", SelfService.class),
                configuration.bind("selfservice.flows.login", Login.class),
                configuration.bind("selfservice.flows.registration", Registration.class),
                configuration.bind("selfservice.flows.settings", Settings.class),
                configuration.bind("selfservice.methods.profile", Profile.class),
                configuration.bind("selfservice.flows.error", ErrorPage.class));
    }

    /** Where flows may lead; the public URL is always allowed. */
    List<URI> returnUrls() {
        List<URI> allowed = new ArrayList<>(selfservice.allowedReturnUrls());
        allowed.add(publicUrl);
        return List.copyOf(allowed);
    }

    /** Where browsers go if nothing else is said. */
    public URI home() {
        URI configured = selfservice.defaultBrowserReturnUrl();
        return configured == null ? publicUrl : configured;
    }

    /** A link into the public API; {@code path} without a leading slash. */
    public String link(String path) {
        return publicUrl.resolve(path).toString();
    }

    /** What all flows share. */
    public record SelfService(
            @Nullable
                    @Doc(
                            value = "Where a browser goes at the end, if nothing else is said.",
                            absent = "the public URL")
                    URI defaultBrowserReturnUrl,
            @Default("[]")
                    @Doc(
                            value =
                                    "Where `return_to` may lead: scheme, host and port exactly, the path as a prefix of whole segments. The public URL always may. `*.` before the host stands for any hosts below it. An app's own scheme is allowed exactly as it stands here.",
                            allowed = ENTRIES)
                    List<URI> allowedReturnUrls) {
        public SelfService {
            for (int i = 0; i < allowedReturnUrls.size(); i++) {
                URI entry = allowedReturnUrls.get(i);
                if (AllowedUrl.of(entry).isEmpty()) {
                    throw new BadConfiguration(
                            "allowed_return_urls." + i,
                            '"' + entry.toString() + "\" is refused; allowed: " + ENTRIES);
                }
            }
            if (defaultBrowserReturnUrl != null
                    && defaultBrowserReturnUrl.getRawAuthority() == null) {
                throw new BadConfiguration(
                        "default_browser_return_url",
                        '"'
                                + defaultBrowserReturnUrl.toString()
                                + "\" is refused; allowed: "
                                + WHOLE);
            }
        }
    }

    /** {@code selfservice.flows.login}. */
    public record Login(
            @Default("1h") @Doc(LIFESPAN) Duration lifespan,
            @Default("unified")
                    @Doc(
                            "Whether a login asks for the identifier first and for a proof then, or for both at once.")
                    LoginStyle style,
            @Nullable @Doc(value = PAGE, absent = BUILT_IN) URI uiUrl) {
        /** Whether the identifier is asked for first. */
        public boolean identifierFirst() {
            return style == LoginStyle.IDENTIFIER_FIRST;
        }
    }

    /** {@code selfservice.flows.registration}. */
    public record Registration(
            @Default("true") @Doc("Whether people may register.") boolean enabled,
            @Default("1h") @Doc(LIFESPAN) Duration lifespan,
            @Default("profile_first")
                    @Doc(
                            "Whether registration asks for traits first and for a credential then, or for all at once.")
                    Style style,
            @Nullable
                    @Doc(
                            value =
                                    "Kratos' older key for `style: unified`; where it is set, it counts.",
                            absent = "`style` counts")
                    Boolean enableLegacyOneStep,
            @Nullable @Doc(value = PAGE, absent = BUILT_IN) URI uiUrl) {
        /** Whether everything is asked for at once. */
        public boolean unified() {
            return enableLegacyOneStep == null ? style == Style.UNIFIED : enableLegacyOneStep;
        }
    }

    /** {@code selfservice.flows.settings}. */
    public record Settings(
            @Default("1h") @Doc(LIFESPAN) Duration lifespan,
            @Default("1h")
                    @Doc(
                            "How old a proof may be for changing a credential or a login name. `0s`: none is fresh.")
                    Duration privilegedSessionMaxAge,
            @Default("highest_available")
                    @Doc(
                            "What settings ask for: any session, or the highest level that its holder can reach.")
                    RequiredAal requiredAal,
            @Nullable @Doc(value = PAGE, absent = BUILT_IN) URI uiUrl) {}

    /** {@code selfservice.methods.profile}: whether people change their traits themselves. */
    public record Profile(
            @Default("true") @Doc("Whether people change their traits themselves.")
                    boolean enabled) {}

    /** {@code selfservice.flows.error}: where an error is shown that no form can show. */
    public record ErrorPage(
            @Nullable
                    @Doc(
                            value = "The page that shows a browser an error that no form can show.",
                            absent = BUILT_IN)
                    URI uiUrl) {}

    /** Whether a login asks for the identifier first and for a proof then, or for both at once. */
    public enum LoginStyle {
        UNIFIED,
        IDENTIFIER_FIRST
    }

    /** Whether registration asks for traits first and for a credential then, or for all at once. */
    public enum Style {
        PROFILE_FIRST,
        UNIFIED
    }
}
