package dev.bonafide.log;

/**
 * The epoch of the log, which a restore raises: positions of different epochs are not comparable.
 * Written as a decimal number.
 */
public record Epoch(String value) {}
