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
    private static final String ALLOWED = "memory or sqlite://PATH";
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@]*@");

    record Own(@Nullable @Secret String dsn) {}

    record Kratos(@Default("sqlite://data/bonafide.db") @Secret String dsn) {}

    /**
     * Reads both keys, {@code bonafide.dsn} first, so that a {@code kratos.yml} can keep its own
     * beside ours.
     *
     * @throws BadConfiguration for a store of another kind
     */
    public static StoreSettings of(Configuration configuration) {
        Kratos theirs = configuration.bind("", Kratos.class);
        String own = configuration.bind("bonafide", Own.class).dsn();
        return own == null
                ? new StoreSettings(known("dsn", theirs.dsn()))
                : new StoreSettings(known("bonafide.dsn", own));
    }

    private static String known(String key, String dsn) {
        boolean file = dsn.startsWith("sqlite://") && dsn.length() > "sqlite://".length();
        if (file || dsn.equals("memory")) {
            return dsn;
        }
        String scheme =
                dsn.contains("://")
                        ? dsn.substring(0, dsn.indexOf("://") + 3) + "…"
                        : "a text without a scheme";
        throw new BadConfiguration(
                key,
                scheme
                        + " is refused; allowed: "
                        + ALLOWED
                        + ". Kratos' own database is not read: set bonafide.dsn and leave dsn as it is");
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
