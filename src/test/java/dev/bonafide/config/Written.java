package dev.bonafide.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bonafide.kernel.Entropy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Configurations as an operator writes them, with secrets that pass, so that a test says only what
 * it is about.
 */
public final class Written {
    /**
     * Secrets that pass, in the environment, where an operator has them; and no warning of an open
     * admin API.
     */
    static final Map<String, String> SECRETS =
            Map.of(
                    "SERVE_ADMIN_HOST",
                    "127.0.0.1",
                    "SECRETS_DEFAULT",
                    "kG7#q9vLw2!xRt5zPm",
                    "BONAFIDE_VAULT_KEYS",
                    "hV3-yU8_nB1.cX6~lK4+oJ0=eD9*sA2%");

    private Written() {}

    /** The configuration of one file with this text. */
    public static FileConfiguration yaml(String text) {
        return yaml(text, Map.of());
    }

    /** The same under these variables. */
    public static FileConfiguration yaml(String text, Map<String, String> environment) {
        Map<String, String> all = new TreeMap<>(SECRETS);
        all.putAll(environment);
        return load(List.of(text), "kratos.yml", all, false);
    }

    /**
     * Files of these texts, the later over the earlier; all have the same name in folders of their
     * own. What is wrong with the process' own keys is thrown at once.
     */
    static FileConfiguration load(
            List<String> texts, String name, Map<String, String> environment, boolean dev) {
        try {
            Path folder = gone(Files.createTempDirectory("written"));
            List<Path> files = texts.stream().map(text -> file(folder, name, text)).toList();
            return FileConfiguration.load(files, dev, environment, Entropy.system()).refuse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path folder, String name, String text) {
        try {
            Path own = gone(Files.createTempDirectory(folder, ""));
            return gone(Files.writeString(own.resolve(name), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deleted when the tests end, in the reverse of this order, so files before their folders. */
    private static Path gone(Path path) {
        path.toFile().deleteOnExit();
        return path;
    }

    /** Throws what is wrong with the process' own keys: all that a server without rooms binds. */
    public static void refuseOwn(FileConfiguration configuration) {
        configuration.refuse();
    }

    /**
     * What {@link FileConfiguration#bind} throws, as its message without the folder of the file.
     */
    static String refusal(ThrowingCallable start) {
        Throwable thrown = catchThrowable(start);
        assertThat(thrown).isInstanceOf(BadConfiguration.class);
        return String.valueOf(thrown.getMessage()).replaceAll("\\(/\\S*/", "(");
    }
}
