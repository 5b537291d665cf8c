package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import dev.bonafide.kernel.Entropy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration out of the operator's files, or out of the jar where there are none, under the
 * environment and above a file of generated keys.
 *
 * <p>Use: {@link #load}, then {@link #settle} with all parts of it, before anything else is made;
 * from then on {@link #reload} whenever the files have changed.
 */
public final class FileConfiguration implements Configuration {
    private final Launch launch;
    private final Keyring keyring;
    private final Editions editions;
    private final List<String> warnings = new ArrayList<>();
    private volatile boolean settled;

    private FileConfiguration(Launch launch, Keyring keyring, Editions editions) {
        this.launch = launch;
        this.keyring = keyring;
        this.editions = editions;
    }

    /**
     * Reads everything and looks at what concerns the process itself: secrets, listeners, store.
     * What is wrong with those is told by {@link #settle}, together with the rest.
     *
     * @param files in order, the later over the earlier; none means the configuration in the jar
     * @param environment the variables that may override keys
     * @throws BadConfiguration for what can't be read
     */
    public static FileConfiguration load(
            List<Path> files, boolean dev, Map<String, String> environment, Entropy entropy) {
        Launch launch = new Launch(files, dev, Variables.of(environment));
        Prints prints = new Prints();
        Mapping written = launch.read(prints);
        Keyring keyring = Keyring.of(launch, written, entropy);
        Edition first = new Edition(launch, written, keyring, prints);
        FileConfiguration configuration =
                new FileConfiguration(launch, keyring, new Editions(launch, keyring, first));
        first.gather(configuration::own);
        return configuration;
    }

    private List<Runnable> own() {
        return List.of(
                () -> warnings.addAll(setting(keyring::check).get()),
                () -> VaultSettings.of(this),
                () -> bind("bonafide", Keyring.KeysFile.class),
                () -> ServeSettings.of(this).warning().ifPresent(warnings::add),
                () -> StoreSettings.of(this));
    }

    @Override
    public <R extends Record> R bind(String path, Class<R> type) {
        Bound bound = new Bound(path, type);
        if (!editions.isFixed(bound)) {
            refuseLate(path);
            editions.fix(bound);
        }
        return editions.present().bind(path, type);
    }

    @Override
    public <T> Setting<T> setting(Function<Configuration, ? extends T> reader) {
        refuseLate("a setting");
        return editions.add(new Live<T>(editions, reader::apply));
    }

    /** What is bound after the start would not have been judged by it. */
    private void refuseLate(String what) {
        if (settled) {
            throw new IllegalStateException(what + " is bound too late: it is no @Part");
        }
    }

    @Override
    public byte[] content(String key, String address) {
        return editions.present().content(key, address);
    }

    @Override
    public boolean names(String path) {
        return editions.present().names(path);
    }

    @Override
    public boolean dev() {
        return launch.dev();
    }

    /**
     * Lets all parts bind their records, then looks at what none of them bound. To be called once.
     *
     * @return the warnings to show at the start, one line each
     * @throws BadConfiguration with every problem that there is: bad values, unknown keys, and
     *     known ones that are refused
     */
    public List<String> settle(Collection<? extends Runnable> parts) {
        Edition first = editions.present();
        first.gather(() -> parts);
        first.settle();
        settled = true;
        warnings.addAll(first.warnings());
        return List.copyOf(warnings);
    }

    /** Throws what is wrong with the process' own keys, without looking at the rest. */
    FileConfiguration refuse() {
        editions.present().refuse();
        return this;
    }

    /**
     * Reads the files again. What they say holds from then on, or is refused as a whole: nothing is
     * ever mixed of two editions. The file of keys is not read again.
     */
    public Reload reload() {
        return editions.reload();
    }

    /** Whether the files say something that is refused, so that what holds is older than they. */
    public boolean behind() {
        return editions.behind();
    }

    /** What is bound once, and what at every reload. */
    Editions editions() {
        return editions;
    }

    /** Whether this is the configuration in the jar. */
    public boolean isShipped() {
        return launch.shipped();
    }

    /** The file of generated keys, where it is used. */
    public Optional<Path> keysFile() {
        return keyring.generated().map(GeneratedSecrets::file);
    }

    /** Whether this start made that file, so is the first one. */
    public boolean madeKeys() {
        return keyring.generated().map(GeneratedSecrets::made).orElse(false);
    }
}
