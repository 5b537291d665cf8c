package dev.bonafide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.cli.Terminal.Seen;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.Meta;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Store;
import dev.bonafide.store.Stores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLogTest {
    private static final Meta META =
            new Meta("person", "r1", new FlowId(new UUID(1, 1)), null, null);

    @TempDir Path folder;

    private final Terminal terminal =
            new Terminal(
                    configuration -> {
                        throw new IllegalStateException("nothing is served here");
                    },
                    Map.of());

    private Path file() {
        return folder.resolve("bonafide.db");
    }

    /** A beginning and three commits of one event each. */
    @BeforeEach
    void write() {
        try (Store store = Stores.open("sqlite://" + file(), new FakeClock(), _ -> {});
                EventLog log = Example.start(store)) {
            for (int i = 0; i < 3; i++) {
                log.commands().send(new RaiseTally(1, i + 1), META);
            }
        }
    }

    private Seen verify() {
        return terminal.run("log", "verify", file().toString());
    }

    private void change(String statement) throws SQLException {
        try (Connection link = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement sql = link.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isPositive();
        }
    }

    @Test
    void aSoundLogIsSaidToBeSound() {
        Seen sound = new Seen(0, "sound: 4 commits, 4 events\n", "");
        assertThat(verify()).isEqualTo(sound);
        assertThat(terminal.run("log", "verify", "--dsn", "sqlite://" + file())).isEqualTo(sound);
    }

    @Test
    void alsoBesideTheProcessThatWrites() {
        try (Store store = Stores.open("sqlite://" + file(), new FakeClock(), _ -> {})) {
            assertThat(store.log().last()).isPresent();
            assertThat(verify().exitCode()).isZero();
        }
    }

    @Test
    void namesTheFirstPositionThatIsWrong() throws SQLException {
        change(
                "UPDATE commits SET body = CAST(replace(CAST(body AS TEXT), '2', '9') AS BLOB) WHERE position = 3");
        Seen seen = verify();
        assertThat(seen.exitCode()).isEqualTo(4);
        assertThat(seen.out())
                .startsWith("sound: 2 commits, 2 events\nwrong: position 3: ")
                .hasLineCount(2);
    }

    @Test
    void namesACommitThatIsGone() throws SQLException {
        change("DELETE FROM commits WHERE position = 2");
        Seen seen = verify();
        assertThat(seen.exitCode()).isEqualTo(4);
        assertThat(seen.out()).contains("sound: 1 commits", "wrong: position 3: it leaves a gap");
    }

    @Test
    void aStoreThatCantBeReadIsOneLine() {
        Seen none = terminal.run("log", "verify", folder.resolve("none.db").toString());
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).startsWith("bonafide: ").hasLineCount(1);
        assertThat(terminal.run("log", "verify", "--dsn", "memory").exitCode()).isEqualTo(3);
        assertThat(terminal.run("log", "verify", "a.db", "--dsn", "memory").exitCode())
                .isEqualTo(2);
    }

    @Test
    void aCopyIsSoundAndIsMadeOnlyOnce() {
        String to = "sqlite://" + folder.resolve("copy.db");
        String[] words = {"log", "copy", "--from", "sqlite://" + file(), "--to", to};
        assertThat(terminal.run(words))
                .isEqualTo(new Seen(0, "copied: 4 commits, 4 events, 1 keys\n", ""));
        assertThat(terminal.run("log", "verify", "--dsn", to).exitCode()).isZero();
        Seen again = terminal.run(words);
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains("the target holds").hasLineCount(1);
        assertThat(terminal.run("log", "copy", "--from", to, "--to", "memory").exitCode())
                .isEqualTo(3);
    }
}
