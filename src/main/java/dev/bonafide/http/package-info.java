/**
 * What every route shares: two listeners, the error object, content negotiation, bodies, limits,
 * and the hand-over to virtual threads.
 *
 * <p>A room offers {@link dev.bonafide.http.Route}s, plain blocking functions from a {@link
 * dev.bonafide.http.Call} to a {@link dev.bonafide.http.Reply}; Reactor and WebFlux stay in here.
 *
 * <p>Invariant: no input makes a 5xx, and every error has the shape of contract clause 0.2.
 */
@NullMarked
package dev.bonafide.http;

import org.jspecify.annotations.NullMarked;
