package dev.bonafide.config;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that sees one edition of the configuration throughout, whatever is taken meanwhile: else a
 * login could be offered by one edition, judged by a second and answered by a third.
 */
public final class Steady {
    private static final ScopedValue<Steady> HERE = ScopedValue.newInstance();

    private @Nullable Editions of;
    private @Nullable Edition edition;

    private Steady(@Nullable Editions of, @Nullable Edition edition) {
        this.of = of;
        this.edition = edition;
    }

    /** Does the work; the first setting that it asks for decides which edition it sees. */
    public static <T> T during(Supplier<T> work) {
        return ScopedValue.where(HERE, new Steady(null, null)).call(work::get);
    }

    /** Does the work as of this edition, which may not hold yet. */
    static <T> T at(Editions editions, Edition edition, Supplier<T> work) {
        return ScopedValue.where(HERE, new Steady(editions, edition)).call(work::get);
    }

    /** The edition of the work in progress on this thread; the present one outside of any. */
    static Edition of(Editions editions) {
        return HERE.isBound() ? HERE.get().pinned(editions) : editions.present();
    }

    /** Work belongs to one thread, and to one configuration but in tests. */
    private Edition pinned(Editions editions) {
        if (edition == null || of != editions) {
            of = editions;
            edition = editions.present();
        }
        return edition;
    }
}
