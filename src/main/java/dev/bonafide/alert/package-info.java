/**
 * Alerts: what somebody should look at, found in the log by rules and written back into it.
 *
 * <p>Invariant: one alert for one cause and rule, however often and on however many nodes a rule
 * sees it; the stream named by both is the claim. A rule is a {@code WhenXThenAlert}; it begins at
 * the head of the log, since the past raises no alarm. Start at {@link dev.bonafide.alert.Alerts}.
 */
@NullMarked
package dev.bonafide.alert;

import org.jspecify.annotations.NullMarked;
