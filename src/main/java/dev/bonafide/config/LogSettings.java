package dev.bonafide.config;

import java.time.Duration;

/**
 * Settings of the log, {@code bonafide.log}.
 *
 * @param clockSkewMax how far a node's clock may be off that of a store with a clock of its own,
 *     before the node is not ready and appends nothing
 */
public record LogSettings(
        @Default("2s")
                @Doc(
                        "How far a node's clock may be off its MongoDB's before the node appends nothing.")
                Duration clockSkewMax) {}
