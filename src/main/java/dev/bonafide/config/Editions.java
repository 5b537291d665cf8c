package dev.bonafide.config;

import dev.bonafide.config.Reload.Applied;
import dev.bonafide.config.Reload.Kept;
import dev.bonafide.config.Reload.Unchanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The edition that holds, and how the next one comes to hold: read, bound and judged as a whole by
 * everybody who took part of the first, then put in the place of the old one by one write.
 */
final class Editions {
    private final Launch launch;
    private final Keyring keyring;
    private final List<Live<?>> settings = new CopyOnWriteArrayList<>();
    private final List<Live<?>> derived = new CopyOnWriteArrayList<>();
    private final Set<Bound> fixed = ConcurrentHashMap.newKeySet();
    private volatile Edition present;
    private volatile Prints latest;
    private volatile boolean behind;

    Editions(Launch launch, Keyring keyring, Edition first) {
        this.launch = launch;
        this.keyring = keyring;
        this.present = first;
        this.latest = first.prints();
    }

    Edition present() {
        return present;
    }

    /** Bound once: a change of it needs a restart. */
    void fix(Bound bound) {
        fixed.add(bound);
    }

    boolean isFixed(Bound bound) {
        return fixed.contains(bound);
    }

    /** Read from every edition, before that is taken. */
    <T> Live<T> add(Live<T> setting) {
        settings.add(setting);
        present.value(setting);
        return setting;
    }

    /** Made of other settings, for every edition that nothing is wrong with. */
    <T> Live<T> derive(Live<T> setting) {
        derived.add(setting);
        present.value(setting);
        return setting;
    }

    /** The files of the last reading, whether it was taken or not, as they were then. */
    Prints latest() {
        return latest;
    }

    /** Reads the files again. A reading is taken as a whole or not at all. */
    synchronized Reload reload() {
        Prints prints = new Prints();
        behind = true;
        try {
            return taken(next(prints));
        } catch (BadConfiguration bad) {
            return new Kept(bad.all().stream().map(BadConfiguration::getMessage).toList());
        } finally {
            latest = behind ? prints.over(latest) : prints;
        }
    }

    private Edition next(Prints prints) {
        Edition next = new Edition(launch, launch.read(prints), keyring, prints);
        next.gather(() -> again(next));
        next.settle();
        derived.forEach(next::value);
        return next;
    }

    /** Whether the last reading was refused, so that what holds is older than the files. */
    boolean behind() {
        return behind;
    }

    private List<Runnable> again(Edition next) {
        List<Runnable> parts = new ArrayList<>();
        fixed.forEach(each -> parts.add(() -> next.bind(each.path(), each.type())));
        settings.forEach(each -> parts.add(() -> next.value(each)));
        return parts;
    }

    private Reload taken(Edition next) {
        List<String> immovable =
                fixed.stream().flatMap(each -> next.changed(each, present)).sorted().toList();
        if (!immovable.isEmpty()) {
            return new Kept(immovable.stream().map(Editions::needsRestart).toList());
        }
        List<String> changed = next.changedSince(present);
        List<String> warnings = next.newWarnings(present);
        present = next;
        behind = false;
        return changed.isEmpty() && warnings.isEmpty()
                ? new Unchanged()
                : new Applied(changed, warnings);
    }

    private static String needsRestart(String key) {
        return key + ": has changed, which needs a restart";
    }
}
