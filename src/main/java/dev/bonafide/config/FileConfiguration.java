package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import dev.bonafide.kernel.Entropy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration out of the operator's files, or out of the jar where there are none, under the
 * environment and above a file of generated keys.
 *
 * <p>Use: {@link #load}, then every room binds its records, then {@link #finish} before anything
 * listens.
 */
public final class FileConfiguration implements Configuration {
    private final Mapping written;
    private final boolean shipped;
    private final boolean dev;
    private final Variables variables;
    private final Read read = new Read();
    private final Binder binder;
    private final Optional<GeneratedSecrets> keys;
    private final List<String> warnings = new ArrayList<>();

    private FileConfiguration(Launch launch, Keyring keyring) {
        this.written = launch.written();
        this.shipped = launch.files().isEmpty();
        this.dev = launch.dev();
        this.variables = launch.variables();
        this.keys = keyring.generated();
        this.binder = new Binder(keyring.under(written), variables, read);
    }

    /**
     * Reads everything and checks what concerns the process itself: secrets, listeners, store.
     *
     * @param files in order, the later over the earlier; none means the configuration in the jar
     * @param environment the variables that may override keys
     * @throws BadConfiguration for what can't be read, and for secrets that are missing, short or
     *     known to everybody unless {@code dev}
     */
    public static FileConfiguration load(
            List<Path> files, boolean dev, Map<String, String> environment, Entropy entropy) {
        Launch launch =
                new Launch(
                        files, Sources.merged(files), dev, new Variables(Map.copyOf(environment)));
        Keyring keyring = Keyring.of(launch, entropy);
        FileConfiguration configuration = new FileConfiguration(launch, keyring);
        configuration.warnings.addAll(
                keyring.check(SecretsSettings.of(configuration), VaultSettings.of(configuration)));
        configuration.bind("bonafide", Keyring.KeysFile.class);
        ServeSettings.of(configuration).warning().ifPresent(configuration.warnings::add);
        StoreSettings.of(configuration);
        return configuration;
    }

    @Override
    public <R extends Record> R bind(String path, Class<R> type) {
        return binder.bind(path, type);
    }

    @Override
    public boolean names(String path) {
        return variables.at(path) != null || (!shipped && Dotted.find(written, path) != null);
    }

    @Override
    public boolean dev() {
        return dev;
    }

    /**
     * Looks at what nobody bound. To be called once, when every room has bound its records.
     *
     * @return the warnings to show at the start, one line each
     * @throws BadConfiguration for the first key that is unknown, or known and refused
     */
    public List<String> finish() {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(Leftovers.check(written, variables, read));
        return List.copyOf(all);
    }

    /** Whether this is the configuration in the jar. */
    public boolean isShipped() {
        return shipped;
    }

    /** The file of generated keys, where it is used. */
    public Optional<Path> keysFile() {
        return keys.map(GeneratedSecrets::file);
    }

    /** Whether this start made that file, so is the first one. */
    public boolean madeKeys() {
        return keys.map(GeneratedSecrets::made).orElse(false);
    }
}
