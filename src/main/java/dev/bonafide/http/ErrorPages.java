package dev.bonafide.http;

import java.util.Optional;

/** What people see where a request for a page came to a fault: a page, not the error's JSON. */
@FunctionalInterface
public interface ErrorPages {
    /** Nobody has any. */
    ErrorPages NONE = (call, problem) -> Optional.empty();

    /**
     * Asked on the thread of the call, and only for who asks for {@code text/html} by name.
     *
     * @return empty for who shall read the JSON all the same
     */
    Optional<Reply> page(Call call, Problem problem);
}
