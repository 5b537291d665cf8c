package dev.bonafide.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Entropy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the files are read again: once each time that they changed and then stood still. */
class WatchTest {
    record Cookie(@Default("none") String name) {}

    record Content(String text) {}

    @TempDir Path folder;

    private final List<Reload> told = new ArrayList<>();
    private Path file = Path.of("");
    private FileConfiguration configuration = Written.yaml("{}");
    private Watch watch = new Watch(configuration);
    private Setting<Cookie> cookie = Setting.always(new Cookie(""));

    @BeforeEach
    void aLinkIntoAFolder() throws IOException {
        Path version = Files.createDirectory(folder.resolve("v1"));
        Files.writeString(version.resolve("kratos.yml"), named("first"));
        Files.createSymbolicLink(folder.resolve("data"), version);
        file = Files.createSymbolicLink(folder.resolve("kratos.yml"), Path.of("data/kratos.yml"));
        watched();
    }

    private void watched() {
        watch.close();
        configuration =
                FileConfiguration.load(List.of(file), false, Written.SECRETS, Entropy.system());
        cookie = configuration.setting("session.cookie", Cookie.class);
        assertThat(configuration.settle(List.of())).isEmpty();
        watch = new Watch(configuration, told::add);
    }

    @AfterEach
    void end() {
        watch.close();
    }

    private static String named(String name) {
        return "session: {cookie: {name: " + name + "}}";
    }

    private void lookTwice() {
        watch.look();
        watch.look();
    }

    @Test
    void filesThatStandStillAreNotReadAgain() {
        lookTwice();
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsWrittenInPlaceIsRead() throws IOException {
        Files.writeString(file, named("second"));
        lookTwice();
        assertThat(cookie.get().name()).isEqualTo("second");
        lookTwice();
        assertThat(told).hasSize(1);
    }

    /** A file that is written while it is looked at would be read by half. */
    @Test
    void whatIsStillBeingWrittenIsNotReadYet() throws IOException {
        Files.writeString(file, "session: {");
        watch.look();
        Files.writeString(file, named("second"));
        watch.look();
        assertThat(told).isEmpty();
        watch.look();
        assertThat(told).singleElement().isInstanceOf(Reload.Applied.class);
    }

    @Test
    void aRenameOverItIsSeen() throws IOException {
        Path fresh = Files.writeString(folder.resolve("fresh"), named("other"));
        Files.setLastModifiedTime(fresh, Files.getLastModifiedTime(file));
        Files.move(fresh, folder.resolve("v1/kratos.yml"), StandardCopyOption.REPLACE_EXISTING);
        lookTwice();
        assertThat(cookie.get().name()).isEqualTo("other");
    }

    /** As Kubernetes changes a mounted ConfigMap. */
    @Test
    void aLinkThatMovesIsSeen() throws IOException {
        Path version = Files.createDirectory(folder.resolve("v2"));
        Files.writeString(version.resolve("kratos.yml"), named("other"));
        Path next = Files.createSymbolicLink(folder.resolve("next"), version);
        Files.move(next, folder.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
        lookTwice();
        assertThat(cookie.get().name()).isEqualTo("other");
    }

    @Test
    void aBadFileIsToldOnceAndAMendedOneIsSeen() throws IOException {
        Files.writeString(file, "x: y");
        lookTwice();
        lookTwice();
        assertThat(told).singleElement().isInstanceOf(Reload.Kept.class);
        assertThat(cookie.get().name()).isEqualTo("first");
        Files.writeString(file, named("second"));
        lookTwice();
        assertThat(cookie.get().name()).isEqualTo("second");
    }

    @Test
    void aFileThatIsGoneIsToldOnceAndSeenWhenItIsBack() throws IOException {
        Files.delete(file);
        lookTwice();
        lookTwice();
        assertThat(told).singleElement().isInstanceOf(Reload.Kept.class);
        Files.writeString(file, named("second"));
        lookTwice();
        assertThat(cookie.get().name()).isEqualTo("second");
    }

    @Test
    void whatTheFilesPointToIsWatchedToo() throws IOException {
        Path schema = Files.writeString(folder.resolve("schema.json"), "{}");
        configuration =
                FileConfiguration.load(List.of(file), false, Written.SECRETS, Entropy.system());
        cookie = configuration.setting("session.cookie", Cookie.class);
        Setting<Content> content = configuration.setting(edition -> read(edition, schema));
        assertThat(configuration.settle(List.of())).isEmpty();
        watch = new Watch(configuration, told::add);
        Files.writeString(schema, "{\"a\": 1}");
        lookTwice();
        assertThat(content.get().text()).isEqualTo("{\"a\": 1}");
        assertThat(told).containsExactly(new Reload.Applied(List.of("x.url"), List.of()));
    }

    private static Content read(Configuration edition, Path schema) {
        byte[] bytes = edition.content("x.url", schema.toUri().toString());
        return new Content(new String(bytes, StandardCharsets.UTF_8));
    }
}
