package dev.bonafide.log;

/**
 * Version of the normalisation under which identifiers become names of streams; a log keeps to the
 * one that it began with.
 */
public record Normaliser(int version) {}
