package dev.bonafide.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of a short list that is read by offset (contract clause 6.2): {@code page_size} and
 * {@code page_token}, or the older {@code per_page} and {@code page}, which counts from 0.
 *
 * @param start number of entries before the page
 * @param size how many entries were asked for, default 250, at most 1000
 */
public record Offset(int start, int size) {
    private static final int START_MOST = 999_999_999;
    private static final Pattern TOKEN = Pattern.compile("\\{\"offset\":\"([0-9]{1,9})\",\"v\":2}");

    /**
     * What the request asks for.
     *
     * @throws Problem 400 for a number out of range or a token that was never given out
     */
    public static Offset of(Call call) {
        boolean tokens =
                call.query("page_token").isPresent() || call.query("page_size").isPresent();
        return tokens ? byToken(call) : byPage(call);
    }

    /**
     * The reply with {@code X-Total-Count} and {@code Link}: {@code first} and {@code last}, {@code
     * next} and {@code prev} where there are such pages.
     */
    public Reply links(Reply reply, Call call, int total) {
        int last = total == 0 ? 0 : (total - 1) / size * size;
        List<String> links = new ArrayList<>();
        links.add(link(call, "first", 0));
        if (start < last) {
            links.add(link(call, "next", start + size));
        }
        if (start > 0) {
            links.add(link(call, "prev", Math.max(0, Math.min(start, total) - size)));
        }
        links.add(link(call, "last", last));
        return reply.with("X-Total-Count", Integer.toString(total))
                .with("Link", String.join(",", links));
    }

    private String link(Call call, String relation, int offset) {
        String token = PageQuery.token("{\"offset\":\"" + offset + "\",\"v\":2}");
        return PageQuery.link(call, relation, List.of("page_size=" + size, "page_token=" + token));
    }

    private static Offset byToken(Call call) {
        int start = call.query("page_token").map(Offset::start).orElse(0);
        return new Offset(start, PageQuery.size(call, "page_size"));
    }

    private static int start(String token) {
        Matcher match = TOKEN.matcher(PageQuery.content(token));
        if (!match.matches()) {
            throw PageQuery.badToken();
        }
        return Integer.parseInt(match.group(1));
    }

    private static Offset byPage(Call call) {
        int size = PageQuery.size(call, "per_page");
        int page =
                call.query("page")
                        .map(text -> PageQuery.number("page", text, 0, START_MOST / size))
                        .orElse(0);
        return new Offset(page * size, size);
    }
}
