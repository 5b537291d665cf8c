package dev.bonafide.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list that is read by key (contract clause 6.3): {@code page_size} (default 250, at
 * most 1000) and {@code page_token}. Stable while the list changes, unlike {@link Offset}.
 *
 * @param size how many entries were asked for
 * @param after the key that an earlier answer gave to {@link #links}; its content comes from the
 *     client, so it is parsed before use
 */
public record Keyset(int size, Optional<String> after) {
    /**
     * What the request asks for.
     *
     * @throws Problem 400 for a size out of range or a token that was never given out
     */
    public static Keyset of(Call call) {
        return new Keyset(
                PageQuery.size(call, "page_size"),
                call.query("page_token").map(PageQuery::content));
    }

    /** The answer to a token whose key does not parse. */
    public static Problem badToken() {
        return PageQuery.badToken();
    }

    /**
     * The reply with its {@code Link} header: {@code first}, and {@code next} if there is more.
     *
     * @param next key of this page's last entry, if others follow
     */
    public Reply links(Reply reply, Call call, Optional<String> next) {
        String sized = "page_size=" + size;
        List<String> links = new ArrayList<>();
        links.add(PageQuery.link(call, "first", List.of(sized)));
        next.map(key -> List.of(sized, "page_token=" + PageQuery.token(key)))
                .map(page -> PageQuery.link(call, "next", page))
                .ifPresent(links::add);
        return reply.with("Link", String.join(",", links));
    }
}
