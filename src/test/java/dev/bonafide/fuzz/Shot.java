package dev.bonafide.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A request as it goes over the line.
 *
 * @param operation that it is meant for
 * @param port of the listener
 * @param target as sent, escaped or not
 * @param headers names may come twice
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Shot(
        Operation operation,
        int port,
        String target,
        List<Map.Entry<String, String>> headers,
        byte[] body) {
    private static final int SHOWN = 3000;

    Shot {
        headers = List.copyOf(headers);
    }

    byte[] bytes() {
        StringBuilder head =
                new StringBuilder(operation.method())
                        .append(' ')
                        .append(target)
                        .append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(each ->
                head.append(each.getKey()).append(": ").append(each.getValue()).append("\r\n"));
        if (body.length > 0 || operation.readsBody()) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** For whoever looks into a failure. */
    String shown() {
        String text = new String(bytes(), StandardCharsets.ISO_8859_1);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
