package dev.bonafide.cli;

import dev.bonafide.kernel.Subcommand;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands that other rooms bring, found by their type so that none is named here. */
final class Subcommands {
    private static final String HOUSE = "dev.bonafide";

    private Subcommands() {}

    static void addAll(CommandLine line, Surroundings surroundings) {
        found().forEach(subcommand -> add(line, subcommand, surroundings));
    }

    private static void add(CommandLine line, Subcommand subcommand, Surroundings surroundings) {
        CommandLine added = new CommandLine(new Brought(subcommand, surroundings));
        added.setUnmatchedOptionsArePositionalParams(true);
        added.getCommandSpec().usageMessage().description(subcommand.usage());
        line.addSubcommand(subcommand.name(), added);
    }

    private static List<Subcommand> found() {
        var scanner =
                new ClassPathScanningCandidateComponentProvider(false, new StandardEnvironment());
        scanner.addIncludeFilter(new AssignableTypeFilter(Subcommand.class));
        return scanner.findCandidateComponents(HOUSE).stream()
                .map(found -> made(Objects.requireNonNull(found.getBeanClassName())))
                .toList();
    }

    private static Subcommand made(String name) {
        Class<?> type = ClassUtils.resolveClassName(name, Subcommands.class.getClassLoader());
        return BeanUtils.instantiateClass(type.asSubclass(Subcommand.class));
    }

    /** Hands the words over as they are: {@code --x} behind the name belongs to the subcommand. */
    @Command
    private static final class Brought implements Callable<Integer> {
        private final Subcommand subcommand;
        private final Surroundings surroundings;

        @Parameters(hidden = true)
        private List<String> words = List.of();

        Brought(Subcommand subcommand, Surroundings surroundings) {
            this.subcommand = subcommand;
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            surroundings.out().println(subcommand.run(words, surroundings.clock()));
            return ExitCode.DONE;
        }
    }
}
