package dev.bonafide.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Entropy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are written anew: what they say holds as a whole, or not at all. */
class ReloadTest {
    record Flow(@Default("1h") Duration lifespan) {}

    record Cookie(@Default("ory_kratos_session") String name) {}

    @TempDir Path folder;

    private Path file = Path.of("");
    private FileConfiguration configuration = Written.yaml("{}");
    private Setting<Flow> login = Setting.always(new Flow(Duration.ZERO));
    private Setting<String> cookie = Setting.always("");

    @BeforeEach
    void twoSettingsAndWhatIsFixed() throws IOException {
        file = folder.resolve("kratos.yml");
        write("selfservice: {flows: {login: {lifespan: 10m}}}");
        configuration =
                FileConfiguration.load(List.of(file), false, Written.SECRETS, Entropy.system());
        login = configuration.setting("selfservice.flows.login", Flow.class);
        cookie = configuration.setting("session.cookie", Cookie.class).map(Cookie::name);
        assertThat(configuration.settle(List.of())).isEmpty();
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private Reload reload(String text) throws IOException {
        write(text);
        return configuration.reload();
    }

    private List<String> kept(Reload reload) {
        assertThat(reload).isInstanceOf(Reload.Kept.class);
        return reload instanceof Reload.Kept(List<String> problems)
                ? problems.stream().map(line -> line.replace(folder + "/", "")).toList()
                : List.of();
    }

    private void assertThatTheOldHolds() {
        assertThat(login.get().lifespan()).isEqualTo(Duration.ofMinutes(10));
        assertThat(cookie.get()).isEqualTo("ory_kratos_session");
        assertThat(configuration.behind()).isTrue();
    }

    @Test
    void whatTheFileSaysHoldsFromThenOn() throws IOException {
        Reload reload =
                reload(
                        "selfservice: {flows: {login: {lifespan: 5m}}}\nsession: {cookie: {name: s}}");
        assertThat(reload)
                .isEqualTo(
                        new Reload.Applied(
                                List.of("selfservice.flows.login.lifespan", "session.cookie.name"),
                                List.of()));
        assertThat(login.get().lifespan()).isEqualTo(Duration.ofMinutes(5));
        assertThat(cookie.get()).isEqualTo("s");
        assertThat(configuration.behind()).isFalse();
    }

    @Test
    void aKeyThatIsTakenOutHasItsDefaultAgain() throws IOException {
        assertThat(reload("{}")).isInstanceOf(Reload.Applied.class);
        assertThat(login.get().lifespan()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void theSameInOtherWordsChangesNothing() throws IOException {
        assertThat(reload("# why\nselfservice: {flows: {login: {lifespan: 600s}}}"))
                .isEqualTo(new Reload.Unchanged());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    session: {cookie: {name: s}, lifespam: 5m}                                                | session.lifespam:
                    {session: {cookie: {name: s}}, selfservice: {flows: {login: {lifespan: 5}}}}              | selfservice.flows.login.lifespan: "5" is refused; allowed: a duration
                    {session: {cookie: {name: s}}, selfservice: {methods: {link: {enabled: true}}}}           | selfservice.methods.link.enabled: "true" is refused
                    {session: {cookie: {name: s}}, serve: {public: {port: 99999}}}                            | serve.public.port: "99999" is refused; allowed: a whole number
                    {session: {cookie: {name: s}}, serve: {public: {port: 4999}}}                             | serve.public.port: has changed, which needs a restart
                    {session: {cookie: {name: s}}, serve: [}                                                  | kratos.yml
                    """)
    void aBadFileKeepsTheOldAndSaysWhy(String text, String problem) throws IOException {
        assertThat(kept(reload(text))).singleElement().asString().contains(problem);
        assertThatTheOldHolds();
    }

    @Test
    void everyProblemIsSaid() throws IOException {
        List<String> said =
                kept(
                        reload(
                                "selfservice: {flows: {login: {lifespan: x}}}\nsession: {lifespam: 1h}\nserve: {public: {port: x}}"));
        assertThat(said)
                .extracting(line -> line.replaceAll(":.*", ""))
                .containsExactlyInAnyOrder(
                        "selfservice.flows.login.lifespan",
                        "session.lifespam",
                        "serve.public.port");
        assertThatTheOldHolds();
    }

    @Test
    void aFileThatIsGoneKeepsTheOld() throws IOException {
        Files.delete(file);
        assertThat(kept(configuration.reload())).isNotEmpty();
        assertThatTheOldHolds();
    }

    @Test
    void aSecretThatChangedIsNamedAndNotShown() throws IOException {
        String secret = "dsn: mongodb://u:hunter2@h/k\nbonafide: {keys_file: hunter3}";
        assertThat(kept(reload(secret)))
                .containsExactly(
                        "bonafide.keys_file: has changed, which needs a restart",
                        "dsn: has changed, which needs a restart");
        assertThatTheOldHolds();
    }

    /** So that they can be changed in turns without ending anybody's session. */
    @Test
    void secretsOfCookiesFollowTheFile() throws IOException {
        String same = "selfservice: {flows: {login: {lifespan: 10m}}}\n";
        assertThat(reload(same + "secrets: {cookie: [mP4-zW9_qT6.bN1~]}"))
                .isEqualTo(new Reload.Applied(List.of("secrets.cookie"), List.of()));
        assertThat(kept(reload("secrets: {cookie: [hunter2, mP4-zW9_qT6.bN1~]}")))
                .singleElement()
                .asString()
                .startsWith("secrets.cookie.0: ")
                .doesNotContain("hunter2");
    }

    @Test
    void aMendedFileHolds() throws IOException {
        assertThat(kept(reload("x: y"))).hasSize(1);
        assertThat(reload("selfservice: {flows: {login: {lifespan: 5m}}}"))
                .isInstanceOf(Reload.Applied.class);
        assertThat(login.get().lifespan()).isEqualTo(Duration.ofMinutes(5));
        assertThat(configuration.behind()).isFalse();
    }

    /** Else a flow could be begun by one edition and judged by another. */
    @Test
    void workInProgressGoesOnWithWhatHeldWhenItBegan() {
        String seen =
                Steady.during(() -> {
                    String before = login.get().lifespan().toString();
                    assertThat(applied("session: {cookie: {name: s}}")).isTrue();
                    return before + ' ' + login.get().lifespan() + ' ' + cookie.get();
                });
        assertThat(seen).isEqualTo("PT10M PT10M ory_kratos_session");
        assertThat(cookie.get()).isEqualTo("s");
    }

    private boolean applied(String text) {
        try {
            return reload(text) instanceof Reload.Applied;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWarningIsSaidOnceAsLongAsItsCauseStays() throws IOException {
        assertThat(reload("version: v1"))
                .isInstanceOfSatisfying(
                        Reload.Applied.class,
                        applied ->
                                assertThat(applied.warnings())
                                        .singleElement()
                                        .asString()
                                        .startsWith("version has no effect"));
        assertThat(reload("session: {cookie: {name: s}}\nversion: v1"))
                .isInstanceOfSatisfying(
                        Reload.Applied.class, applied -> assertThat(applied.warnings()).isEmpty());
    }

    @Test
    void nothingIsBoundAfterTheStart() {
        assertThatThrownBy(() -> configuration.bind("session", Cookie.class))
                .hasMessageContaining("too late");
        assertThatThrownBy(() -> configuration.setting("session", Cookie.class))
                .hasMessageContaining("too late");
    }
}
