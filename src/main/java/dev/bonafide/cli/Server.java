package dev.bonafide.cli;

import dev.bonafide.config.FileConfiguration;

/** What {@code serve} starts. */
@FunctionalInterface
public interface Server {
    /**
     * Lets every room bind its part of this configuration, calls {@link FileConfiguration#settle},
     * makes the rooms, and returns once it listens.
     *
     * @return ends the server
     * @throws RuntimeException when it can't start; one of this project's own, somewhere in the
     *     chain of causes, carries the words for the operator
     */
    AutoCloseable start(FileConfiguration configuration);
}
