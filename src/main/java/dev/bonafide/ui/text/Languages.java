package dev.bonafide.ui.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The languages that pages are written in, and which of them a reader gets. */
public final class Languages {
    /** The first is for those who ask for none of them. */
    public static final List<String> TAGS = List.of("en", "de");

    /** A longer list of languages names none that a shorter one did not. */
    private static final int HEADER_MAX = 200;

    private final Map<String, Texts> languages = new LinkedHashMap<>();

    /** Reads {@code texts_<language>.properties} beside each of the classes. */
    public Languages(Collection<? extends Class<?>> places) {
        for (String tag : TAGS) {
            Map<String, String> entries = Bundle.of(places, "texts_" + tag + ".properties");
            languages.put(tag, new Texts(Locale.forLanguageTag(tag), entries));
        }
    }

    /** The best for an {@code Accept-Language} (RFC 4647 section 3.4). */
    public Texts of(String accepted) {
        return get(accepted.isEmpty() || accepted.length() > HEADER_MAX ? "" : best(accepted));
    }

    private static String best(String accepted) {
        try {
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(accepted), TAGS);
            return tag == null ? "" : tag;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private Texts get(String tag) {
        Texts found = languages.get(tag);
        return found == null ? languages.values().iterator().next() : found;
    }
}
