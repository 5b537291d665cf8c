package dev.bonafide.config;

import java.util.function.Function;

/** A setting whose value each edition has of its own. */
final class Live<T> implements Setting<T> {
    private final Editions editions;
    private final Function<Edition, ? extends T> reader;

    Live(Editions editions, Function<Edition, ? extends T> reader) {
        this.editions = editions;
        this.reader = reader;
    }

    @Override
    public T get() {
        return Steady.of(editions).value(this);
    }

    @Override
    public <U> Setting<U> map(Function<? super T, ? extends U> made) {
        return editions.derive(new Live<>(editions, edition -> made.apply(edition.value(this))));
    }

    /** Its value by this edition, made anew; settings that it asks for answer by the same. */
    T read(Edition edition) {
        return Steady.at(editions, edition, () -> reader.apply(edition));
    }
}
