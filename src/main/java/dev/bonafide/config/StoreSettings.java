package dev.bonafide.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the log is kept: {@code bonafide.dsn}, or else Kratos' {@code dsn}, or else {@code
 * sqlite://data/bonafide.db}.
 *
 * @param dsn {@code memory} or {@code sqlite://PATH}
 */
public record StoreSettings(String dsn) {
    /** The store of whoever says nothing. */
    public static final String USUAL = "sqlite://data/bonafide.db";

    static final String STORES = "`sqlite://PATH`, `mongodb://…`, `memory`";

    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@]*@");

    record Own(
            @Nullable
                    @Secret
                    @Doc(
                            value =
                                    "The same, before `dsn`, so that a `kratos.yml` can keep its own beside it.",
                            allowed = STORES,
                            absent = "`dsn` counts")
                    String dsn) {}

    record Kratos(
            @Default(USUAL) @Secret @Doc(value = "Where the log is kept.", allowed = STORES)
                    String dsn) {}

    /**
     * Reads both keys, {@code bonafide.dsn} first, so that a {@code kratos.yml} can keep its own
     * beside ours. Which dsn names a store, the store itself says when it is opened.
     */
    public static StoreSettings of(Configuration configuration) {
        String theirs = configuration.bind("", Kratos.class).dsn();
        String own = configuration.bind("bonafide", Own.class).dsn();
        return new StoreSettings(own == null ? theirs : own);
    }

    /** For people: without the user and password that a dsn may carry. */
    public String shown() {
        return CREDENTIALS.matcher(dsn).replaceFirst("//***@");
    }

    @Override
    public String toString() {
        return "StoreSettings[" + shown() + ']';
    }
}
