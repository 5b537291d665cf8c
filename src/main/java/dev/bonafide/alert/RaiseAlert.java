package dev.bonafide.alert;

import dev.bonafide.log.Command;

/** Raises the alert unless it was raised before. Answers whether it was this command that did. */
record RaiseAlert(AlertEvent.Raised alert) implements Command<Boolean> {}
