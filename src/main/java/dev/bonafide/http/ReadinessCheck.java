package dev.bonafide.http;

import java.util.Optional;

/** Something without which requests cannot be answered; asked by {@code /health/ready}. */
public interface ReadinessCheck {
    /** As it is named in the answer, such as {@code store}. */
    String name();

    /**
     * What is wrong, in words for the operator and without secrets; empty if nothing is. May block
     * for a moment.
     */
    Optional<String> problem();
}
