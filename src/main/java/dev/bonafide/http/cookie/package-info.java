/**
 * What cookies look like: {@code cookies.*} and {@code session.cookie.*} of Kratos' file, and the
 * one place that writes a {@code Set-Cookie} line.
 *
 * <p>Invariant: every cookie is {@code HttpOnly}, has a {@code SameSite}, and is one that browsers
 * keep; attributes that would make them drop it stop the start. Start at {@link
 * dev.bonafide.http.cookie.CookieSettings}.
 */
@NamedInterface("cookie")
@NullMarked
package dev.bonafide.http.cookie;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
