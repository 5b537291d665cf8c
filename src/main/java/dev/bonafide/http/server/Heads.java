package dev.bonafide.http.server;

import dev.bonafide.http.Problem;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.NetUtil;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a request's head, beyond what Netty's decoder refuses by itself
 * (Content-Length together with Transfer-Encoding, or twice; other codings than chunked; spaces
 * before colons; bare line feeds).
 */
final class Heads {
    private static final String METHODS = "DELETE, GET, HEAD, PATCH, POST, PUT";

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]+|\\[([0-9A-Fa-f:.]+)])(?::([0-9]{1,5}))?");

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?]+)");

    /** RFC 3986 section 3.3 and 3.4; the percent sign is looked at by itself. */
    private static final BitSet PATH = allowed("-._~!$&'()*+,;=:@/");

    private static final BitSet QUERY = allowed("-._~!$&'()*+,;=:@/?[]");

    private Heads() {}

    static Optional<Problem> fault(HttpRequest head) {
        if (head.decoderResult().isFailure()) {
            return Optional.of(malformed(head.decoderResult().cause()));
        }
        if (!HttpVersion.HTTP_1_1.equals(head.protocolVersion())
                && !HttpVersion.HTTP_1_0.equals(head.protocolVersion())) {
            return refusal(400, "Use HTTP/1.1.");
        }
        if (!isHostGood(head)) {
            return refusal(400, "The Host header is missing, malformed or given twice.");
        }
        if (head.headers().contains(HttpHeaderNames.EXPECT)
                && !head.headers().containsValue(HttpHeaderNames.EXPECT, "100-continue", true)) {
            return refusal(417, "");
        }
        return targetFault(head);
    }

    /** The answer to what the decoder could not read; its own words may quote the request. */
    static Problem malformed(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException e -> close(414, "");
            case TooLongHttpHeaderException e -> close(431, "");
            default -> close(400, "The request is not well-formed HTTP/1.1.");
        };
    }

    private static Optional<Problem> targetFault(HttpRequest head) {
        String target = originForm(head.uri());
        if (isTargetGood(target)) {
            return Optional.empty();
        }
        return HttpMethod.CONNECT.equals(head.method())
                ? Optional.of(close(405, "").header("Allow", METHODS))
                : refusal(400, "The request target is malformed.");
    }

    /** RFC 9112 section 3.2.2 asks that the absolute form is accepted; its authority is ignored. */
    private static String originForm(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        Matcher match = ABSOLUTE.matcher(target);
        return match.lookingAt() && isHost(match.group(1)) ? target.substring(match.end()) : "";
    }

    private static boolean isTargetGood(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return path.startsWith("/")
                && consistsOf(PATH, path)
                && (query < 0 || consistsOf(QUERY, target.substring(query + 1)));
    }

    private static boolean consistsOf(BitSet allowed, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && isHex(text, i + 1) && isHex(text, i + 2)) {
                i += 2;
            } else if (!allowed.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(String text, int index) {
        return index < text.length() && Character.digit(text.charAt(index), 16) >= 0;
    }

    private static boolean isHostGood(HttpRequest head) {
        List<String> hosts = head.headers().getAll(HttpHeaderNames.HOST);
        return hosts.isEmpty()
                ? HttpVersion.HTTP_1_0.equals(head.protocolVersion())
                : hosts.size() == 1 && isHost(hosts.getFirst());
    }

    private static boolean isHost(String host) {
        Matcher match = HOST.matcher(host);
        return match.matches()
                && (match.group(1) == null || NetUtil.isValidIpV6Address(match.group(1)))
                && (match.group(2) == null || Integer.parseInt(match.group(2)) <= 65_535);
    }

    private static Optional<Problem> refusal(int status, String reason) {
        return Optional.of(close(status, reason));
    }

    private static Problem close(int status, String reason) {
        return Problem.of(status, reason).header("Connection", "close");
    }

    private static BitSet allowed(String punctuation) {
        BitSet allowed = new BitSet(128);
        allowed.set('0', '9' + 1);
        allowed.set('A', 'Z' + 1);
        allowed.set('a', 'z' + 1);
        punctuation.chars().forEach(allowed::set);
        return allowed;
    }
}
