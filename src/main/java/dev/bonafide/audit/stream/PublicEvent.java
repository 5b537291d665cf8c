package dev.bonafide.audit.stream;

/**
 * An event as others are told it.
 *
 * @param json one line
 */
record PublicEvent(long position, String type, String json) {}
