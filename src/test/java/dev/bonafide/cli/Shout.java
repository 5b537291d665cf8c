package dev.bonafide.cli;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Subcommand;
import java.util.List;
import java.util.Locale;

/** A command that another room might bring. */
final class Shout implements Subcommand {
    @Override
    public String name() {
        return "shout";
    }

    @Override
    public String usage() {
        return "WORD…  says the words loudly, with the year";
    }

    @Override
    public String run(List<String> arguments, Clock clock) {
        if (arguments.isEmpty()) {
            throw new Refused("shout.nothing", "shout needs a word");
        }
        return String.join(" ", arguments).toUpperCase(Locale.ROOT)
                + ' '
                + clock.now().toString().substring(0, 4);
    }
}
