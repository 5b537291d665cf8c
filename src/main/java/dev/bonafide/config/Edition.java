package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One reading of the files and the environment, and what everybody took from it. */
final class Edition implements Configuration {
    private final Launch launch;
    private final Mapping written;
    private final Mapping root;
    private final Prints prints;
    private final Read read = new Read();
    private final Problems problems = new Problems();
    private final Map<Bound, Record> bound = new ConcurrentHashMap<>();
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final Map<Live<?>, Object> values = new ConcurrentHashMap<>();
    private volatile boolean gathering;
    private volatile boolean brokenOff;
    private volatile List<String> warnings = List.of();

    /**
     * @param written the files as one
     * @param prints takes the files that this edition reads besides
     */
    Edition(Launch launch, Mapping written, Keyring keyring, Prints prints) {
        this.launch = launch;
        this.written = written;
        this.root = keyring.under(written);
        this.prints = prints;
    }

    @Override
    public <R extends Record> R bind(String path, Class<R> type) {
        Problems found = new Problems();
        R record = record(path, type, found);
        bound.put(new Bound(path, type), record);
        if (gathering) {
            problems.add(found);
        } else {
            found.refuse();
        }
        return record;
    }

    private <R extends Record> R record(String path, Class<R> type, Problems found) {
        try {
            return new Binder(root, launch.variables(), read, found).bind(path, type);
        } catch (BadConfiguration unmakable) {
            brokenOff = true;
            throw unmakable;
        }
    }

    /** An edition never changes. */
    @Override
    public <T> Setting<T> setting(Function<Configuration, ? extends T> reader) {
        return Setting.always(reader.apply(this));
    }

    @Override
    public byte[] content(String key, String address) {
        Contents.fileOf(key, address).ifPresent(prints::note);
        byte[] content = Contents.of(this, key, address);
        contents.put(key, content);
        return content;
    }

    @Override
    public boolean names(String path) {
        return launch.variables().at(path) != null
                || (!launch.shipped() && Dotted.find(written, path) != null);
    }

    @Override
    public boolean dev() {
        return launch.dev();
    }

    /** The value of a setting by this edition, made at the first question. */
    @SuppressWarnings("unchecked") // only its own reader puts a value under a setting
    <T> T value(Live<T> setting) {
        Object known = values.get(setting);
        if (known == null) {
            Object made = setting.read(this);
            Object earlier = values.putIfAbsent(setting, made);
            known = earlier == null ? made : earlier;
        }
        return (T) known;
    }

    /** Lets parts bind. What they refuse is gathered, each part's own. */
    void gather(Supplier<? extends Collection<? extends Runnable>> parts) {
        gathering = true;
        for (Runnable part : parts.get()) {
            problems.noting(part);
        }
        gathering = false;
    }

    /**
     * Looks at what nobody bound, where everybody could: a part that gets no record breaks off
     * before it has bound all of its keys.
     *
     * @throws BadConfiguration with every problem there is
     */
    void settle() {
        if (!brokenOff) {
            problems.noting(() -> warnings = Leftovers.check(written, launch.variables(), read));
        }
        problems.refuse();
    }

    /**
     * Throws what has been gathered.
     *
     * @throws BadConfiguration with every problem so far
     */
    void refuse() {
        problems.refuse();
    }

    /** Of keys without effect; known once it is settled. */
    List<String> warnings() {
        return warnings;
    }

    Prints prints() {
        return prints;
    }

    /** What has been bound, in the order of paths. */
    List<Bound> bound() {
        return bound.keySet().stream()
                .sorted(Comparator.comparing(Bound::path).thenComparing(Bound::toString))
                .toList();
    }

    /** The keys that this edition has other values for than an earlier one. */
    List<String> changedSince(Edition before) {
        Stream<String> keys = bound().stream().flatMap(each -> changed(each, before));
        Stream<String> files =
                contents.keySet().stream()
                        .filter(key -> !Arrays.equals(contents.get(key), before.contents.get(key)));
        return Stream.concat(keys, files).distinct().toList();
    }

    Stream<String> changed(Bound each, Edition before) {
        return each.changed(before.bound.get(each), bound.get(each));
    }

    /** Warnings that an earlier edition did not give, wherever in the file they stand. */
    List<String> newWarnings(Edition before) {
        List<String> known = before.warnings.stream().map(Edition::placeless).toList();
        List<String> fresh = new ArrayList<>(warnings);
        fresh.removeIf(warning -> known.contains(placeless(warning)));
        return fresh;
    }

    private static String placeless(String warning) {
        return warning.replaceAll(" \\([^()]*\\)$", "");
    }
}
