package dev.bonafide.http;

import java.util.List;

/**
 * Something that works less well, though the node answers requests as it should: {@code
 * /health/ready} of the admin listener names it and stays 200, so that nothing takes the node out
 * of service for it.
 */
public interface Impairment {
    /** As it is named in the answer, such as {@code projections}. */
    String name();

    /** What is impaired, by name, for the operator; empty if nothing is. May block for a moment. */
    List<String> impaired();
}
