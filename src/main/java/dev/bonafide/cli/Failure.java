package dev.bonafide.cli;

import dev.bonafide.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** What went wrong, in one line, and the exit code for it. */
record Failure(String line, int exitCode) {

    /**
     * The innermost exception of this project carries words for the operator; anything else is a
     * fault, told by its type.
     */
    static Failure of(Throwable thrown) {
        @Nullable Throwable own = null;
        Throwable root = thrown;
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            own = isOwn(each) ? each : own;
            root = each;
        }
        if (own == null) {
            return new Failure(
                    "fault: " + root.getClass().getName() + ": " + oneLine(root), ExitCode.FAULT);
        }
        return new Failure(
                oneLine(own), own instanceof Refused ? ExitCode.USAGE : ExitCode.NOT_STARTED);
    }

    private static boolean isOwn(Throwable thrown) {
        return thrown.getClass().getName().startsWith("dev.bonafide.");
    }

    private static String oneLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
