package dev.bonafide.config;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A part of the configuration that may change while the server runs. To be asked where it is
 * needed, not kept: within one {@link Steady} piece of work (a request) every setting answers out
 * of the same edition of the files, however often it is asked.
 */
@FunctionalInterface
public interface Setting<T> extends Supplier<T> {
    /** The value of this edition. Cheap: it was made when the edition was taken. */
    @Override
    T get();

    /** One that never changes. */
    static <T> Setting<T> always(T value) {
        return () -> value;
    }

    /**
     * What is made of the value, once for each edition. The function must do nothing but make it:
     * it also runs for an edition that is then refused.
     */
    default <U> Setting<U> map(Function<? super T, ? extends U> made) {
        return () -> made.apply(get());
    }
}
