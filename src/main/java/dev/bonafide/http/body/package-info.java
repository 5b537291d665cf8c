/**
 * From the bytes of a body to one JSON object: strict JSON, URL-encoded forms, multipart forms.
 *
 * <p>Invariant: what comes out is at most 64 deep, has no NUL and no lone surrogate in any name or
 * text, no name twice, and only numbers that fit a long or a finite double. Whatever is not so is a
 * {@link dev.bonafide.http.Problem}. Start at {@code Bodies}.
 */
@NullMarked
package dev.bonafide.http.body;

import org.jspecify.annotations.NullMarked;
