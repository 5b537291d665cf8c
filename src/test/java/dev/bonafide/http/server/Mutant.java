package dev.bonafide.http.server;

import java.util.List;
import java.util.random.RandomGenerator;

/** Makes bad requests out of good ones, the same ones for the same seed. */
final class Mutant {
    private static final List<String> GOOD =
            List.of(
                    Wire.head("GET", "/query?a=b&page_size=7&page_token=b2xk&active=true") + "\r\n",
                    Wire.head("GET", "/things/018f8e2a-7b1c-7def-8a90-0123456789ab")
                            + "X-Session-Token: ory_st_abc\r\nBonafide-Log-Position: e-1\r\n\r\n",
                    Wire.head("HEAD", "/health/ready") + "\r\n",
                    Wire.head("GET", "/headers")
                            + "Cookie: a=b; ory_kratos_session=c\r\nAuthorization: Bearer d\r\n"
                            + "Accept: application/json;q=0.5, text/html\r\n"
                            + "X-Forwarded-For: 203.0.113.9, 10.0.0.1\r\nX-Request-ID: r\r\n\r\n",
                    Wire.post(
                            "/body",
                            "application/json",
                            "{\"traits\":{\"email\":\"a@b\"},\"n\":[1,2.5e3,null,true],\"s\":\"\\u00e9\"}"),
                    Wire.post(
                            "/body",
                            "application/x-www-form-urlencoded",
                            "traits.email=a%40b&method=totp&totp_code=123456"),
                    Wire.post(
                            "/body",
                            "multipart/form-data; boundary=xx",
                            "--xx\r\nContent-Disposition: form-data; name=\"a.b\"\r\n\r\nc\r\n--xx--"),
                    Wire.head("POST", "/body")
                            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "8\r\n{\"a\":\"b\"\r\n1\r\n}\r\n0\r\n\r\n");

    /** What parsers have stumbled over. */
    private static final List<String> NASTY =
            List.of(
                    "\0",
                    "\r",
                    "\n",
                    "\r\n",
                    "\r\n\r\n",
                    "%",
                    "%00",
                    "%ff",
                    "%ed%a0%80",
                    "%2e%2e/",
                    "../",
                    "//",
                    ";",
                    "\\",
                    "\"",
                    "'",
                    "<",
                    "{",
                    "}",
                    "[",
                    "]",
                    "[[[[[[[[",
                    "#",
                    "?",
                    "&",
                    "&&a=1&a=2",
                    "=",
                    "+",
                    "\u00e9",
                    "\u00ff\u00fe",
                    "\u00ed\u00a0\u0080",
                    "\\ud800",
                    "\\u0000",
                    "1e999",
                    "99999999999999999999",
                    "-",
                    "null",
                    "{}",
                    "Host: a\r\n",
                    "Content-Length: 3\r\n",
                    "Transfer-Encoding: chunked\r\n",
                    "Content-Type: text/plain\r\n",
                    "Connection: close\r\n",
                    "Upgrade: h2c\r\n",
                    "Expect: 100-continue\r\n",
                    "X-Request-ID: a b\r\n",
                    "charset=utf-16",
                    "http://",
                    "X-Http-Method-Override: TRACE\r\n",
                    "Content-Encoding: gzip\r\n",
                    ", ",
                    "\t");

    private final RandomGenerator random;

    Mutant(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        String request = pick(GOOD);
        for (int i = random.nextInt(4); i >= 0; i--) {
            request = mutated(request);
        }
        return request;
    }

    private String mutated(String request) {
        int at = random.nextInt(request.length() + 1);
        int to = Math.min(request.length(), at + 1 + random.nextInt(12));
        String before = request.substring(0, at);
        return switch (random.nextInt(6)) {
            case 0 -> before + (char) random.nextInt(256) + request.substring(to);
            case 1 -> before + request.substring(to);
            case 2 -> before + request.substring(at, to) + request.substring(at);
            case 3 -> before + pick(NASTY).repeat(1 + random.nextInt(200));
            default -> before + pick(NASTY) + request.substring(at);
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
