package dev.bonafide.fuzz;

import java.util.List;

/** What parsers, stores and pages have stumbled over. */
final class Nasty {
    /** Anywhere in a text. Texts of our own sources are none of them, so that leaks are seen. */
    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\0",
                    "a\0b",
                    "\r\nX: y",
                    "\t",
                    "..",
                    "../../etc/passwd",
                    "..\\..\\x",
                    "%00",
                    "%2e%2e%2f",
                    "%ff",
                    "%",
                    "'; --",
                    "\" or 1=1",
                    "<script>",
                    "${x}",
                    "{{7*7}}",
                    "\uFEFFa",
                    "\u202Eabc",
                    "a\u0301",
                    "\uD83D\uDE00",
                    "\uFF41\uFF44\uFF41",
                    "\u0130",
                    "\u00DF",
                    "\u200B",
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1e999",
                    "NaN",
                    "9223372036854775808",
                    "2147483648",
                    "0x10",
                    "00000000-0000-0000-0000-000000000000",
                    "1-1-1-1-1",
                    "*",
                    "$ne",
                    "{}",
                    "[]",
                    "2026-13-45T99:99:99Z",
                    "+1000000000-12-31T23:59:59Z",
                    "9999-12-31T23:59:59.999999999Z");

    /** In place of a JSON value. */
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "false",
                    "0",
                    "-1",
                    "1.5",
                    "1e400",
                    "-0",
                    "123456789012345678901234567890",
                    "9223372036854775807",
                    "[]",
                    "{}",
                    "[[]]",
                    "[null]",
                    "{\"a\":{}}",
                    "{\"\":\"\"}",
                    "\"\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"\\uffff\"",
                    "[1,\"a\",null,{}]",
                    "{\"$ref\":\"#\"}",
                    "{\"a\":1,\"a\":2}");

    private Nasty() {}

    static String text(Draw draw) {
        return switch (draw.below(12)) {
            case 0 -> "x".repeat(1 + draw.below(5000));
            case 1 -> draw.of(TEXTS) + draw.of(TEXTS);
            case 2 -> draw.uuid();
            default -> draw.of(TEXTS);
        };
    }

    static String value(Draw draw) {
        return switch (draw.below(16)) {
            case 0 -> "[".repeat(900) + "]".repeat(900);
            case 1 -> "{\"a\":".repeat(300) + "1" + "}".repeat(300);
            case 2 -> "\"" + "y".repeat(draw.below(70_000)) + "\"";
            case 3 -> "[" + "1,".repeat(draw.below(2000)) + "1]";
            default -> draw.of(VALUES);
        };
    }

    /** A size of a page: mostly one that is none. */
    static String size(Draw draw) {
        return draw.of(
                List.of("1", "2", "5", "20", "0", "-1", "1000", "1001", "2147483648", "1e3", "x"));
    }
}
