package dev.bonafide.ui.text;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What a field's keyboard and a password manager should know beyond what its node says: {@code
 * <field>.<attribute>} in {@code hints.properties}, for attributes that the wire has no word for.
 */
public final class Hints {
    private final Map<String, String> entries;

    /** Reads the file beside each of the classes. */
    public Hints(Collection<? extends Class<?>> places) {
        this.entries = Bundle.of(places, "hints.properties");
    }

    public Optional<String> of(String field, String attribute) {
        return Optional.ofNullable(entries.get(field + "." + attribute));
    }
}
