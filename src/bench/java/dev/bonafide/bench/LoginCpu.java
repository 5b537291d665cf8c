package dev.bonafide.bench;

import dev.bonafide.method.argon2.Argon2;
import java.io.IOException;
import java.time.Duration;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What a login costs beside the hash that it cannot do without. */
final class LoginCpu implements Measure {
    private static final int PEOPLE = 50;
    private static final int ROUNDS = 7;

    private final By by;

    LoginCpu(By by) {
        this.by = by;
    }

    /** How people log in. */
    enum By {
        API,
        BROWSER
    }

    @Override
    public String title() {
        return by == By.API
                ? "CPU of a password login by API, flow included : its one Argon2id hash (19 MiB, 2 passes)"
                : "CPU of a password login by browser, page included : its one Argon2id hash";
    }

    @Override
    public String bar() {
        return by == By.API ? "≤ 1.05" : "≤ 1.1";
    }

    @Override
    public Figure take() throws Exception {
        try (Folders folders = new Folders();
                ServerProcess server = new ServerProcess(folders)) {
            People.create(server, PEOPLE, "");
            for (int warm = 0; warm < 24; warm++) {
                login(server);
            }
            return Turns.take(ROUNDS, () -> logins(server), () -> hashes(PEOPLE)).figure("ms");
        }
    }

    private double logins(ServerProcess server) throws Exception {
        long before = server.cpu().toNanos();
        login(server);
        return (server.cpu().toNanos() - before) / 1e6 / PEOPLE;
    }

    private void login(ServerProcess server) throws IOException {
        if (by == By.API) {
            People.logins(server, PEOPLE);
            return;
        }
        try (Browser browser = new Browser(server)) {
            for (int number = 0; number < PEOPLE; number++) {
                browser.login(number);
            }
        }
    }

    /**
     * The bare hash by the same library; milliseconds of the whole process, since compiling and
     * collecting are part of it.
     */
    static double hashes(int count) {
        Duration before = cpu();
        for (int hash = 0; hash < count; hash++) {
            hash();
        }
        return cpu().minus(before).toNanos() / 1e6 / count;
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static void hash() {
        Argon2.hash(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(19 * 1024)
                        .withIterations(2)
                        .withParallelism(1)
                        .withSalt(new byte[16]),
                new byte[20],
                32);
    }
}
