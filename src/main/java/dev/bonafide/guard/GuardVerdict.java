package dev.bonafide.guard;

import java.time.Instant;

/** Whether a guess may be evaluated now. */
public sealed interface GuardVerdict {
    /** Evaluate it. */
    record Free() implements GuardVerdict {}

    /** Don't evaluate it, whether right or wrong, before this time. */
    record Waiting(Instant until) implements GuardVerdict {}

    /** Don't evaluate it until the method is bound anew or an administrator resets the guard. */
    record Disabled() implements GuardVerdict {}
}
