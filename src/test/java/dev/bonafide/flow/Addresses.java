package dev.bonafide.flow;

import java.util.List;
import java.util.Random;

/** Addresses out of parts that parsers quarrel about; the same for the same seed. */
final class Addresses {
    private static final List<String> SCHEMES =
            List.of("https", "http", "HTTPS", "ht\ttps", "javascript", "", " https");
    private static final List<String> JOINTS =
            List.of("://", ":/", ":", ":///", ":\\\\", ":/\\", "//", ":// ", "%3a//");
    private static final List<String> USERS =
            List.of("", "evil.example@", "app.example.org@", "a:b@", ":@", "@", "%40");
    private static final List<String> HOSTS =
            List.of(
                    "app.example.org",
                    "example.org",
                    "a.wild.example",
                    "a.b.wild.example",
                    "wild.example",
                    ".wild.example",
                    "evilwild.example",
                    "127.0.0.1",
                    "127.1",
                    "0x7f.0.0.1",
                    "2130706433",
                    "[::1]",
                    "evil.example",
                    "app.example.org.evil.example",
                    "evil.example#app.example.org",
                    "evil.example\\app.example.org",
                    "app.example.org.",
                    "APP.Example.ORG",
                    "app.example.org%00.evil.example",
                    "app%2eexample.org",
                    "app。example.org",
                    "ａpp.example.org",
                    "xn--pp-jia.example.org",
                    "app.example.org\uff0fevil.example",
                    "app.example.org\t",
                    "app.exa\nmple.org",
                    "evil.example%2f.wild.example",
                    "evil.example?.wild.example",
                    "evil.example;.wild.example",
                    "");
    private static final List<String> PORTS =
            List.of(
                    "",
                    ":443",
                    ":8443",
                    ":80",
                    ":4455",
                    ":",
                    ":0443",
                    ":08443",
                    ":99999",
                    ":4294967739",
                    ":443@evil.example",
                    ":abc",
                    ":8443 ");
    private static final List<String> SEGMENTS =
            List.of(
                    "/app",
                    "/app/",
                    "/x",
                    "/apple",
                    "/",
                    "",
                    "//",
                    "/..",
                    "/.",
                    "/%2e%2e",
                    "/.%2E",
                    "/..;",
                    "/;",
                    "/%2f",
                    "/%5c..",
                    "\\..",
                    "/%252e%252e",
                    "/a%20b",
                    "/%00",
                    "/..%00",
                    "/\u2025",
                    "/a;b=1",
                    "/deep",
                    "/a@b",
                    "/@evil.example",
                    "/https://evil.example",
                    "/%",
                    "/ä",
                    "/%c0%ae%c0%ae");
    private static final List<String> TAILS =
            List.of(
                    "",
                    "?a=b",
                    "#x",
                    "?u=https://evil.example",
                    "?../..",
                    "#/../..",
                    "?\\",
                    "#@evil.example",
                    "\t",
                    " ",
                    "\r\nLocation: https://evil.example",
                    "?é");
    private static final String NOISE =
            "/\\@:?#%.;&= \t\r\n\0[]*|^`{}<>\"'~!$+,-_eE0。\uff0f\u00ad\u200b";

    private final Random random;

    Addresses(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        StringBuilder url =
                new StringBuilder()
                        .append(any(SCHEMES))
                        .append(any(JOINTS))
                        .append(any(USERS))
                        .append(any(HOSTS))
                        .append(any(PORTS));
        for (int i = random.nextInt(4); i > 0; i--) {
            url.append(any(SEGMENTS));
        }
        url.append(any(TAILS));
        for (int i = random.nextInt(8) - 5; i > 0; i--) {
            disturb(url);
        }
        return url.toString();
    }

    private void disturb(StringBuilder url) {
        int at = random.nextInt(url.length() + 1);
        if (at < url.length() && random.nextInt(4) == 0) {
            url.deleteCharAt(at);
        } else {
            url.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
        }
    }

    /** Mostly the right one, since an address that is wrong in five places is refused for one. */
    private String any(List<String> parts) {
        return random.nextInt(3) > 0 ? parts.getFirst() : parts.get(random.nextInt(parts.size()));
    }
}
