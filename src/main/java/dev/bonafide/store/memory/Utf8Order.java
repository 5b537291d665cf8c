package dev.bonafide.store.memory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Order of texts by their UTF-8 bytes, as stores on disk have it; String's own order differs beyond
 * U+FFFF.
 */
final class Utf8Order {
    private Utf8Order() {}

    static int compare(String left, String right) {
        return Arrays.compareUnsigned(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
