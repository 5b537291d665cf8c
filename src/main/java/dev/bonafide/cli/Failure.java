package dev.bonafide.cli;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.kernel.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went wrong, a line for each thing, and the exit code for it. */
record Failure(List<String> lines, int exitCode) {

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
                    List.of("fault: " + root.getClass().getName() + ": " + oneLine(root)),
                    ExitCode.FAULT);
        }
        return new Failure(
                lines(own), own instanceof Refused ? ExitCode.USAGE : ExitCode.NOT_STARTED);
    }

    /** A bad configuration is wrong in as many ways as it has bad keys. */
    private static List<String> lines(Throwable own) {
        return own instanceof BadConfiguration bad
                ? bad.all().stream().map(Failure::oneLine).toList()
                : List.of(oneLine(own));
    }

    private static boolean isOwn(Throwable thrown) {
        return thrown.getClass().getName().startsWith("dev.bonafide.");
    }

    private static String oneLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
