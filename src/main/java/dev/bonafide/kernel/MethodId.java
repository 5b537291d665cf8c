package dev.bonafide.kernel;

/**
 * The name of an authentication method on the wire and in events, as Kratos spells it ({@code
 * method} of an AMR entry).
 */
public record MethodId(String value) {
    public MethodId {
        if (!value.matches("[a-z][a-z0-9_]{1,31}")) {
            throw new IllegalArgumentException("not a method id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
