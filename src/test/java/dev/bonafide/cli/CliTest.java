package dev.bonafide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.cli.Terminal.Seen;
import dev.bonafide.config.FileConfiguration;
import dev.bonafide.config.Written;
import dev.bonafide.store.NotOpened;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @TempDir Path folder;

    private final List<FileConfiguration> started = new ArrayList<>();

    private Terminal terminal() {
        return terminal(configuration -> {
            started.add(configuration);
            return settled(configuration);
        });
    }

    private Terminal terminal(Server server) {
        return new Terminal(
                server, Map.of("BONAFIDE_KEYS_FILE", folder.resolve("keys").toString()));
    }

    private static AutoCloseable settled(FileConfiguration configuration) {
        Written.refuseOwn(configuration);
        return () -> {};
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void nothingMeansServeWithTheConfigurationInTheJar() {
        Seen seen = terminal().run();
        assertThat(seen.exitCode()).isZero();
        assertThat(seen.err()).isEmpty();
        assertThat(started)
                .singleElement()
                .matches(FileConfiguration::isShipped)
                .matches(c -> !c.dev());
    }

    @Test
    void theFirstStartSaysWhereEverythingIsAndWhatIsNext() {
        Path keys = folder.resolve("keys");
        assertThat(terminal().run("serve").out())
                .isEqualTo(
                        """
                        public API  http://localhost:4433/  (listening on 127.0.0.1, port 4433)
                        admin API   http://localhost:4434/  (listening on 127.0.0.1, port 4434)
                        store       sqlite://data/bonafide.db
                        keys        %s  (made now, mode 0600)
                        Back up the store and its keys together: neither opens without the other.
                        Next: open http://localhost:4433/ in a browser, or let docs/first-login.sh do the same with curl.
                        """
                                .formatted(keys));
        assertThat(terminal().run("serve").out())
                .contains("keys        " + keys + "\n")
                .doesNotContain("made now", "Back up");
    }

    @Test
    void readsFilesInTheirOrderAlsoWithoutAWord() throws IOException {
        String one = file("one.yml", "dsn: memory\nserve: {admin: {port: 1}}");
        String two = file("two.json", "{\"serve\": {\"admin\": {\"port\": 2}}}");
        Seen seen = terminal().run("-c", one, "--config=" + two, "--dev");
        assertThat(seen.exitCode()).isZero();
        assertThat(seen.out()).contains("store       memory\n", "port 2)").doesNotContain("Next:");
        assertThat(started).singleElement().matches(FileConfiguration::dev);
    }

    @Test
    void aBadConfigurationIsOneLine() throws IOException {
        String bad = file("bad.yml", "serve: {admin: {port: x}}");
        Seen seen = terminal().run("serve", "-c", bad);
        assertThat(seen)
                .isEqualTo(
                        new Seen(
                                3,
                                "",
                                "bonafide: serve.admin.port: \"x\" is refused; allowed: a whole number from 0 to 65535 ("
                                        + bad
                                        + ":1)\n"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceALineEach() throws IOException {
        String bad = file("bad.yml", "serve: {admin: {port: x}, public: {port: y, base_url: 5}}\n");
        Seen seen = terminal().run("serve", "-c", bad);
        assertThat(seen.exitCode()).isEqualTo(3);
        assertThat(seen.err().lines())
                .allMatch(line -> line.startsWith("bonafide: "))
                .extracting(line -> line.split(" ", -1)[1])
                .containsExactly(
                        "serve.public.port:", "serve.public.base_url:", "serve.admin.port:");
    }

    @Test
    void aFileWithoutSecretsIsRefusedUnlessForDevelopment() throws IOException {
        Terminal bare = new Terminal(CliTest::settled, Map.of());
        String file = file("kratos.yml", "dsn: memory");
        assertThat(bare.run("serve", "-c", file).err())
                .startsWith("bonafide: secrets.default: is missing;");
        assertThat(terminal().run("serve", "-c", file, "--dev").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--what",
                "-c",
                "serve --what",
                "serve more",
                "--dev serve",
                "sevre",
                "log",
                "log verify --what",
                "shuot"
            })
    void argumentsThatMakeNoSenseAreOneLineAndExitTwo(String arguments) {
        Seen seen = terminal().run(arguments.split(" ", -1));
        assertThat(seen.exitCode()).isEqualTo(2);
        assertThat(seen.out()).isEmpty();
        assertThat(seen.err()).startsWith("bonafide: ").hasLineCount(1);
        assertThat(started).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "-h", "--help"})
    void helpListsEveryCommand(String word) {
        Seen seen = terminal().run(word);
        assertThat(seen.exitCode()).isZero();
        assertThat(seen.out()).contains("serve", "log", "help", "shout", "says the words loudly");
        assertThat(started).isEmpty();
    }

    @Test
    void helpExplainsOneCommand() {
        assertThat(terminal().run("help", "serve").out()).contains("--config=FILE", "--dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version"})
    void tellsItsVersion(String word) {
        assertThat(terminal().run(word).out()).matches("bonafide \\S.*\n");
    }

    @Test
    void findsWhatOtherRoomsBring() {
        assertThat(terminal().run("shout", "hello", "--dev", "-c"))
                .isEqualTo(new Seen(0, "HELLO --DEV -C 2026\n", ""));
        assertThat(terminal().run("shout"))
                .isEqualTo(new Seen(2, "", "bonafide: shout needs a word\n"));
    }

    @Test
    void whatTheStoreSaysIsSaidToTheOperator() {
        Terminal taken =
                terminal(configuration -> {
                    throw new IllegalStateException(
                            "bean store", new NotOpened("data/b.db is in use by another process"));
                });
        assertThat(taken.run())
                .isEqualTo(new Seen(3, "", "bonafide: data/b.db is in use by another process\n"));
    }

    @Test
    void aFaultIsOneLineWithoutAStackTrace() {
        Terminal broken =
                terminal(configuration -> {
                    throw new IllegalStateException(
                            "the context", new BindException("Address\n  in use"));
                });
        assertThat(broken.run())
                .isEqualTo(
                        new Seen(
                                1,
                                "",
                                "bonafide: fault: java.net.BindException: Address in use\n"));
    }
}
