package dev.bonafide.ui;

import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Small things that pages share. */
final class Pages {
    private Pages() {}

    /** Where configuration names another page, there is none here. */
    static void require(boolean builtIn) {
        if (!builtIn) {
            throw Problem.notFound();
        }
    }

    /** The address with these parameters, empty ones left out. */
    static String query(String address, Map<String, String> parameters) {
        String query =
                new TreeMap<>(parameters)
                        .entrySet().stream()
                                .filter(each -> !each.getValue().isEmpty())
                                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                                .collect(Collectors.joining("&"));
        return query.isEmpty() ? address : address + "?" + query;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static Reply with(List<Reply.Header> cookies, Reply page) {
        Reply all = page;
        for (Reply.Header cookie : cookies) {
            all = all.with(cookie.name(), cookie.value());
        }
        return all;
    }
}
