package dev.bonafide;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rooms of the house and whom each may know. "Right of" a room is everything that the map in
 * {@code dev.bonafide}'s package comment lets it build on; a room always knows itself.
 */
final class Rooms {
    static final String HOUSE = "dev.bonafide";

    /** The front door: wiring and {@code main}. Knows all rooms, known by none. */
    static final String DOOR = "";

    /** Rooms that the map names and nobody has built yet. Take one off when you build it. */
    static final Set<String> NOT_BUILT = Set.of("courier");

    private static final Set<String> BASE = Set.of("kernel", "config");
    private static final Set<String> STORAGE = and(BASE, "store");
    private static final Set<String> LOG = and(STORAGE, "log", "vault", "http");
    private static final Set<String> GUARD = and(LOG, "guard");
    private static final Set<String> IDENTITY = and(GUARD, "identity");
    private static final Set<String> SESSION = and(IDENTITY, "session");
    private static final Set<String> METHOD = and(SESSION, "method");

    /** Room to the rooms it may know. */
    static final Map<String, Set<String>> ARROWS =
            Map.ofEntries(
                    Map.entry("kernel", Set.of()),
                    Map.entry("config", Set.of("kernel")),
                    Map.entry("store", BASE),
                    Map.entry("vault", STORAGE),
                    Map.entry("log", STORAGE),
                    Map.entry("http", BASE),
                    Map.entry("guard", LOG),
                    Map.entry("identity", GUARD),
                    Map.entry("session", IDENTITY),
                    Map.entry("method", SESSION),
                    Map.entry("flow", METHOD),
                    Map.entry("ui", and(METHOD, "flow")),
                    Map.entry("admin", and(METHOD, "flow")),
                    Map.entry("audit", METHOD),
                    Map.entry("alert", and(METHOD, "courier")),
                    Map.entry("courier", LOG),
                    Map.entry("cli", and(METHOD, "flow", "ui", "audit", "alert", "courier")));

    private Rooms() {}

    /** The room a class is in, {@link #DOOR} for the top package. */
    static String roomOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(HOUSE)) {
            return DOOR;
        }
        String below = name.substring(HOUSE.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    static boolean inHouse(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(HOUSE) || name.startsWith(HOUSE + ".");
    }

    /** Whether code in the first class's room may name the second class. */
    static boolean mayKnow(JavaClass from, JavaClass to) {
        String origin = roomOf(from);
        return origin.equals(DOOR)
                || origin.equals(roomOf(to))
                || ARROWS.getOrDefault(origin, Set.of()).contains(roomOf(to));
    }

    private static Set<String> and(Set<String> rooms, String... more) {
        return Stream.concat(rooms.stream(), Stream.of(more))
                .collect(Collectors.toUnmodifiableSet());
    }
}
