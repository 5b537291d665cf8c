/**
 * What a request says, read strictly: path variables, query, headers, cookies, the client's
 * address, and the body as one JSON object (strict JSON, URL-encoded forms, multipart forms).
 *
 * <p>Invariant: text that comes out has no NUL and no lone surrogate; objects are at most 64 deep,
 * have no name twice, and only numbers that fit a long or a finite double. What is ambiguous is a
 * {@link dev.bonafide.http.Problem}, never a choice. Start at {@code Request}.
 */
@NullMarked
package dev.bonafide.http.request;

import org.jspecify.annotations.NullMarked;
