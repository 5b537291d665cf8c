package dev.bonafide.method.fido;

/**
 * What a method wants of an authenticator.
 *
 * @param resident {@code required} or {@code discouraged}: whether it keeps the key itself, so that
 *     nobody has to type a name
 * @param verification {@code required}, {@code preferred} or {@code discouraged}: whether it asks
 *     for a PIN or a finger
 */
public record KeyWish(String resident, String verification) {
    boolean verified() {
        return verification.equals("required");
    }
}
