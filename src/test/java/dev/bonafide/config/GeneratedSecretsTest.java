package dev.bonafide.config;

import static dev.bonafide.config.Written.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Entropy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedSecretsTest {
    @TempDir Path folder;

    private GeneratedSecrets at(Path file) {
        return GeneratedSecrets.at(file, Entropy.system());
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void onlyTheOwnerReadsThem() throws IOException {
        Path file = folder.resolve("data/keys");
        at(file);
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("data"))).isEqualTo("rwx------");
    }

    @Test
    void leavesNoDraftBehind() throws IOException {
        at(folder.resolve("keys"));
        at(folder.resolve("keys"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("keys"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void keysThatOthersMayReadAreRefused(String mode) throws IOException {
        Path file = folder.resolve("keys");
        at(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        assertThat(refusal(() -> at(file)))
                .contains("others may read this file of keys; allowed: mode 0600 (chmod 600 ");
    }

    @Test
    void everyKeyIsAnother() {
        Set<Node> contents =
                Stream.of("a", "b", "c")
                        .map(name -> at(folder.resolve(name)).content())
                        .collect(Collectors.toSet());
        assertThat(contents).hasSize(3);
    }

    @Test
    void ofManyStartsAtOnceAllReadTheOneFileThatCameToBe() throws Exception {
        for (int round = 0; round < 20; round++) {
            Path file = folder.resolve("keys" + round);
            List<GeneratedSecrets> all = together(8, () -> at(file));
            assertThat(all)
                    .extracting(GeneratedSecrets::content)
                    .containsOnly(all.getFirst().content());
            assertThat(all).filteredOn(GeneratedSecrets::made).hasSize(1);
        }
    }

    private static <T> List<T> together(int count, Callable<T> start) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(count)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(
                        threads.submit(() -> {
                            gate.await();
                            return start.call();
                        }));
            }
            gate.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @ParameterizedTest
    @CsvSource({"dsn: memory, dsn", "'bonafide: {dsn: memory}', bonafide.dsn"})
    void nothingButSecretsHidesInTheFile(String text, String key) throws IOException {
        Path file = folder.resolve("keys");
        at(file);
        Files.writeString(file, text);
        assertThat(refusal(() -> at(file)))
                .isEqualTo(key + ": is no key of a file of keys (keys:1)");
    }

    @Test
    void anEmptyFileOfKeysIsNoReasonToMakeOthers() throws IOException {
        Path file = folder.resolve("keys");
        at(file);
        Files.writeString(file, "");
        Map<String, String> environment = Map.of("BONAFIDE_KEYS_FILE", file.toString());
        assertThat(refusal(() -> Written.load(List.of("{}"), "kratos.yml", environment, true)))
                .startsWith("secrets.default: is missing");
    }

    @Test
    void aFolderThatCantBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(refusal(() -> at(file.resolve("keys"))))
                .contains("the file of keys can't be made")
                .contains("give secrets.default");
    }
}
