/**
 * Settings: what somebody changes of themselves, behind a session that is strong and fresh enough.
 *
 * <p>Invariant: a change of anything that somebody logs in with needs a fresh proof at the highest
 * level that the session can reach; the flow belongs to its identity, and what is pending in it to
 * its session. Start at {@code SettingsRoutes}.
 */
@NullMarked
package dev.bonafide.flow.settings;

import org.jspecify.annotations.NullMarked;
