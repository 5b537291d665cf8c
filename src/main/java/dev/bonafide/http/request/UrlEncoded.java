package dev.bonafide.http.request;

import tools.jackson.databind.node.ObjectNode;

/** {@code application/x-www-form-urlencoded}, as the WHATWG URL standard writes it. */
final class UrlEncoded {
    private UrlEncoded() {}

    static ObjectNode object(String body) {
        Fields fields = new Fields();
        int start = 0;
        while (start <= body.length()) {
            int end = body.indexOf('&', start);
            end = end < 0 ? body.length() : end;
            add(fields, body.substring(start, end));
            start = end + 1;
        }
        return fields.object();
    }

    private static void add(Fields fields, String pair) {
        if (pair.isEmpty()) {
            return;
        }
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        fields.add(Text.percentDecoded(name, true), Text.percentDecoded(value, true));
    }
}
