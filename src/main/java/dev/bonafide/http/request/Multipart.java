package dev.bonafide.http.request;

import dev.bonafide.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code multipart/form-data} (RFC 7578) held in memory. Written here because the framework's
 * reader spills to files, takes duplicate headers and guesses at charsets. Parts with a file name
 * are left out, as Kratos does.
 */
final class Multipart {
    /** RFC 2046 section 5.1.1. */
    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{1,70}");

    /** Folded lines and the empty line of a part without headers are not read on as content. */
    private static final Pattern HEADER = Pattern.compile("[!-9;-~]+:.*");

    private static final String DISPOSITION = "content-disposition:";

    private final String text;
    private final String delimiter;
    private final Fields fields = new Fields();

    private Multipart(String text, String delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    static ObjectNode object(MediaType type, byte[] body) {
        String boundary = Optional.ofNullable(type.getParameter("boundary")).orElse("");
        boundary = boundary.replaceAll("^\"|\"$", "");
        if (!BOUNDARY.matcher(boundary).matches()) {
            throw malformed();
        }
        // One char is one byte, so that positions can be searched for and bytes come back exactly.
        String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        return new Multipart(text, "\r\n--" + boundary).read();
    }

    private ObjectNode read() {
        int at = expect(delimiter, 0);
        while (!text.startsWith("--", at)) {
            at = part(expect("\r\n", at));
        }
        if (!text.substring(at + 2).isBlank()) {
            throw malformed();
        }
        return fields.object();
    }

    /** Reads one part and answers the position after the delimiter that ends it. */
    private int part(int start) {
        int headersEnd = find("\r\n\r\n", start);
        int end = find(delimiter, headersEnd + 2);
        ContentDisposition disposition = disposition(text.substring(start, headersEnd));
        String name = disposition.getName();
        if (name == null || !"form-data".equalsIgnoreCase(disposition.getType())) {
            throw malformed();
        }
        if (disposition.getFilename() == null) {
            fields.add(
                    Text.wellFormed(name),
                    utf8(text.substring(contentStart(headersEnd, end), end)));
        }
        return end + delimiter.length();
    }

    /** An empty part may share its line break with the delimiter. */
    private static int contentStart(int headersEnd, int end) {
        return Math.min(headersEnd + 4, end);
    }

    private static ContentDisposition disposition(String headers) {
        String value = "";
        for (String line : headers.split("\r\n", -1)) {
            if (!HEADER.matcher(line).matches()) {
                throw malformed();
            }
            boolean found = line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION);
            if (found && !value.isEmpty()) {
                throw malformed();
            }
            value = found ? line.substring(DISPOSITION.length()).strip() : value;
        }
        try {
            return ContentDisposition.parse(utf8(value));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static String utf8(String bytes) {
        return Text.utf8(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private int expect(String token, int at) {
        if (!text.startsWith(token, at)) {
            throw malformed();
        }
        return at + token.length();
    }

    private int find(String token, int from) {
        int at = text.indexOf(token, from);
        if (at < 0) {
            throw malformed();
        }
        return at;
    }

    private static Problem malformed() {
        return Problem.badRequest("The body is not valid multipart/form-data.");
    }
}
