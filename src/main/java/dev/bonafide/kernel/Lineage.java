package dev.bonafide.kernel;

import java.util.UUID;

/**
 * The life line of one credential. Replacing the credential (a new password, a regenerated set)
 * keeps it, removal ends it; a proof counts only while its lineage lives.
 */
public record Lineage(UUID value) {
    public static Lineage of(String text) {
        return new Lineage(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
