package dev.bonafide.kernel;

import java.util.List;

/**
 * A small thing that the jar can be told to do besides serving, brought by the room that knows how:
 * {@code java -jar bonafide.jar NAME ARGUMENT…}. It needs no server and no store.
 *
 * <p>The command line finds implementations by their type, and makes them by their constructor
 * without parameters. So nobody has to name them, and a method of authentication can bring one
 * inside its folder.
 */
public interface Subcommand {
    /** One word in lower case, as it is typed. */
    String name();

    /**
     * The arguments, then what they do, in one line: {@code SECRET prints the code of this moment}.
     */
    String usage();

    /**
     * Does it.
     *
     * @param arguments what was typed behind the name
     * @return what to print, without a line break at the end
     * @throws Refused when the arguments make no sense; its message is printed and must quote no
     *     secret
     */
    String run(List<String> arguments, Clock clock);
}
