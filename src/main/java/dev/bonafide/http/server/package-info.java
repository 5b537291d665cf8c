/**
 * The two listeners: sockets, limits, routing, and the hand-over to virtual threads. Netty and
 * Reactor end here.
 *
 * <p>A connection passes {@code Connections} (how many, how slow), Netty's codec and {@code Gate}
 * (well-formed heads only); a request passes {@code Dispatcher}, which finds its route, reads its
 * body, lets an {@code Offload} run the endpoint, and writes the answer.
 *
 * <p>Invariant: nothing blocks an event loop, and whatever goes wrong is answered in one shape by
 * {@code Answers}. Start at {@link dev.bonafide.http.server.HttpServers}.
 */
@NamedInterface("server")
@NullMarked
package dev.bonafide.http.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
