package dev.bonafide.vault;

/**
 * What a short-lived value outside the log is sealed for, part of its associated data: a value
 * copied into another document, or read for another use, does not open.
 *
 * @param name the use, chosen by whoever seals, such as {@code settings/pending}
 * @param document id of the document that will hold it
 */
public record Purpose(String name, String document) {}
