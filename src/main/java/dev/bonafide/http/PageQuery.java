package dev.bonafide.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** What both kinds of paging share: sizes, opaque tokens, and links. */
final class PageQuery {
    static final int DEFAULT = 250;
    static final int MOST = 1000;

    private static final int TOKEN_MOST = 1024;
    private static final Set<String> OWN = Set.of("page_size", "page_token", "per_page", "page");

    private PageQuery() {}

    static int size(Call call, String parameter) {
        return call.query(parameter).map(text -> number(parameter, text, 1, MOST)).orElse(DEFAULT);
    }

    static int number(String parameter, String text, int least, int most) {
        boolean digits = text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw Problem.badRequest(
                    "The query parameter %s must be a number between %d and %d."
                            .formatted(parameter, least, most));
        }
        return number;
    }

    static String token(String content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The only reading of a token is the one that is written back the same, byte for byte. */
    static String content(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            String content = new String(bytes, StandardCharsets.UTF_8);
            if (token.length() <= TOKEN_MOST && token(content).equals(token)) {
                return content;
            }
        } catch (IllegalArgumentException notBase64) {
            throw badToken();
        }
        throw badToken();
    }

    static Problem badToken() {
        return Problem.badRequest("The query parameter page_token is not one that was given out.");
    }

    /** A link to another page of the same list, all other parameters kept. */
    static String link(Call call, String relation, List<String> page) {
        URI url = URI.create(call.url());
        StringJoiner query = new StringJoiner("&");
        Stream.concat(others(url), page.stream()).forEach(query::add);
        return "<%s?%s>; rel=\"%s\"".formatted(url.getRawPath(), query, relation);
    }

    private static Stream<String> others(URI url) {
        return url.getRawQuery() == null
                ? Stream.empty()
                : Arrays.stream(url.getRawQuery().split("&", -1))
                        .filter(pair -> !pair.isEmpty() && !OWN.contains(pair.split("=", 2)[0]));
    }
}
