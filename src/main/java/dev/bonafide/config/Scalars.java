package dev.bonafide.config;

import dev.bonafide.config.Node.Kind;
import dev.bonafide.config.Node.Scalar;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a scalar means for a type; null where it means nothing. Strict: {@code yes} is
 * no boolean, {@code 0x1F} no number, 5 no text.
 */
final class Scalars {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}");

    private static final Map<Class<?>, Reading> READINGS =
            Map.of(
                    String.class,
                            new Reading(
                                    Scalars::text, "a text (numbers and true or false in quotes)"),
                    boolean.class, new Reading(Scalars::truth, "true or false"),
                    Boolean.class, new Reading(Scalars::truth, "true or false"),
                    int.class, new Reading(Scalars::number, "a whole number"),
                    Integer.class, new Reading(Scalars::number, "a whole number"),
                    long.class, new Reading(Scalars::longNumber, "a whole number"),
                    Long.class, new Reading(Scalars::longNumber, "a whole number"),
                    Duration.class, new Reading(Scalars::duration, GoDuration.ALLOWED),
                    URI.class,
                            new Reading(
                                    Scalars::uri, "an address such as https://example.org/path"));

    /** How a type reads a scalar, and its words for what is allowed. */
    record Reading(Function<Scalar, @Nullable Object> read, String allowed) {}

    private Scalars() {}

    /** How to read a scalar of this type, or null where the type is no scalar. */
    static @Nullable Reading reading(Class<?> type) {
        return type.isEnum() ? constants(type) : READINGS.get(type);
    }

    private static Reading constants(Class<?> type) {
        Map<String, Object> bySpelling =
                Arrays.stream(type.getEnumConstants())
                        .collect(
                                Collectors.toMap(
                                        Scalars::spelling,
                                        c -> c,
                                        (a, b) -> a,
                                        LinkedHashMap::new));
        return new Reading(
                scalar -> bySpelling.get(scalar.text()), String.join(", ", bySpelling.keySet()));
    }

    /** The constant's {@link Key}, or its name in lower case. */
    private static String spelling(Object constant) {
        String name = ((Enum<?>) constant).name();
        try {
            Key key =
                    ((Enum<?>) constant)
                            .getDeclaringClass()
                            .getField(name)
                            .getAnnotation(Key.class);
            return key == null ? name.toLowerCase(Locale.ROOT) : key.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object text(Scalar scalar) {
        return scalar.kind() == Kind.TEXT || scalar.kind() == Kind.UNTYPED ? scalar.text() : null;
    }

    private static @Nullable Object truth(Scalar scalar) {
        boolean word = scalar.kind() == Kind.BOOLEAN || scalar.kind() == Kind.UNTYPED;
        return switch (scalar.text()) {
            case "true" -> word ? Boolean.TRUE : null;
            case "false" -> word ? Boolean.FALSE : null;
            default -> null;
        };
    }

    private static @Nullable Object longNumber(Scalar scalar) {
        boolean number = scalar.kind() == Kind.INTEGER || scalar.kind() == Kind.UNTYPED;
        return number && DECIMAL.matcher(scalar.text()).matches()
                ? (Object) Long.parseLong(scalar.text())
                : null;
    }

    private static @Nullable Object number(Scalar scalar) {
        return longNumber(scalar) instanceof Long number && number == number.intValue()
                ? (Object) number.intValue()
                : null;
    }

    private static @Nullable Object duration(Scalar scalar) {
        try {
            return text(scalar) == null ? null : GoDuration.parse(scalar.text());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Object uri(Scalar scalar) {
        try {
            return text(scalar) == null || scalar.text().isEmpty() ? null : new URI(scalar.text());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
