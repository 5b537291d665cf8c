package dev.bonafide.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.EventLog;
import dev.bonafide.log.Projections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out again of secrets that were imported, and what is left once all are erased. */
class ImportedErasureTest {
    private static final int PEOPLE = 20;

    @TempDir private static Path folder;
    private static final Random RANDOM = new Random(20_261_125);
    private static final List<String> SECRETS = new ArrayList<>();
    private static final List<String> PERSONAL = new ArrayList<>();
    private static final List<String> IDS = new ArrayList<>();
    private static TestServer server;

    @BeforeAll
    static void play() {
        server = TestServer.start("sqlite://" + folder.resolve("store.db"), "");
        for (int i = 0; i < PEOPLE; i++) {
            IDS.add(imported(i));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String imported(int number) {
        String email = "imported" + number + "@people.example.org";
        String note = random("abcdefghijklmnopqrstuvwxyz", 16);
        String totp = random("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 32);
        String code = random("abcdefghijklmnopqrstuvwxyz0123456789", 12);
        String hash =
                "$2a$04$" + random("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 53);
        SECRETS.addAll(List.of(totp, code, hash));
        PERSONAL.addAll(List.of(email, note));
        Answer answer =
                admin(
                        "POST",
                        "/admin/identities",
                        """
                        {"schema_id": "default", "traits": {"email": "%s"},
                         "metadata_admin": {"note": "%s"}, "credentials": {
                           "password": {"config": {"hashed_password": "%s"}},
                           "totp": {"config": {"totp_url": "otpauth://totp/x?secret=%s"}},
                           "lookup_secret": {"config": {"codes": [{"code": "%s"}]}}}}
                        """
                                .formatted(email, note, hash, totp, code));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(SECRETS).noneMatch(answer.body()::contains);
        return answer.at("id");
    }

    private static String random(String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(RANDOM.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static Answer admin(String method, String path, String body) {
        return server.http().admin(method, path, body);
    }

    /** One story, because what is erased can't be shown any more. */
    @Test
    void noSecretComesOutAndNobodyIsLeftOnceErased() throws IOException {
        for (String id : IDS) {
            shown(id)
                    .forEach(answer -> {
                        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                        assertThat(SECRETS).noneMatch(answer.body()::contains);
                    });
            assertThat(admin("DELETE", "/admin/identities/" + id, "").status()).isEqualTo(204);
        }
        long position = server.bean(EventLog.class).position();
        assertThat(
                        server.bean(Projections.class)
                                .await("erasure-1", position, Duration.ofSeconds(10)))
                .isTrue();
        String files = files();
        assertThat(files).contains(IDS.getFirst());
        assertThat(SECRETS).hasSize(3 * PEOPLE).noneMatch(files::contains);
        assertThat(PERSONAL).hasSize(2 * PEOPLE).noneMatch(files::contains);
    }

    private static List<Answer> shown(String id) {
        String own = "/admin/identities/" + id;
        String all =
                "include_credential=password&include_credential=totp&include_credential=lookup_secret";
        return Stream.of(
                        own,
                        own + "?" + all,
                        "/admin/identities?ids=" + id,
                        "/admin/audit/events?identity=" + id)
                .map(path -> admin("GET", path, ""))
                .toList();
    }

    @Test
    void aTypeThatNobodyKnowsIsRefusedByName() {
        long before = server.bean(EventLog.class).position();
        Answer answer =
                admin(
                        "POST",
                        "/admin/identities",
                        """
                        {"schema_id": "default", "traits": {"email": "other@people.example.org"},
                         "credentials": {"magic": {"config": {}}}}
                        """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("error.reason")).contains("credentials.magic");
        assertThat(server.bean(EventLog.class).position()).isEqualTo(before);
    }

    private static String files() throws IOException {
        StringBuilder content = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.append(Files.readString(file, ISO_8859_1));
            }
        }
        return content.toString();
    }
}
