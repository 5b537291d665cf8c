package dev.bonafide;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The main sources as the compiler sees them, for rules about what no class file shows: written
 * catch clauses, the form of switches, string literals.
 */
final class Sources {
    static final Path ROOT = Path.of("src");
    static final Path MAIN = ROOT.resolve("main/java");
    static final Path RESOURCES = ROOT.resolve("main/resources");

    private final Trees trees;
    private final List<CompilationUnitTree> units;

    private Sources(Trees trees, List<CompilationUnitTree> units) {
        this.trees = trees;
        this.units = units;
    }

    /** All of {@code src/main/java}, parsed once. */
    static Sources ofMain() {
        return Once.MAIN;
    }

    /**
     * Those files of {@code src/main/java} that hold the word, with types; what they name is read
     * from class files, because attributing everything takes as long as compiling it.
     */
    static Sources typed(String word) {
        return compile(
                file -> lines(file).stream().anyMatch(line -> line.contains(word)),
                JavacTask::analyze);
    }

    private static Sources compile(Predicate<Path> chosen, Step step) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var code = files.getJavaFileObjectsFromPaths(javaFiles().filter(chosen).toList());
            var options = List.of("-proc:none", "-cp", System.getProperty("java.class.path"));
            var task = (JavacTask) compiler.getTask(null, files, null, options, null, code);
            List<CompilationUnitTree> units =
                    StreamSupport.stream(task.parse().spliterator(), false)
                            .map(unit -> (CompilationUnitTree) unit)
                            .toList();
            step.take(task);
            return new Sources(Trees.instance(task), units);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles() {
        return files(MAIN).filter(path -> path.toString().endsWith(".java"));
    }

    List<CompilationUnitTree> units() {
        return units;
    }

    /** The file below {@code src/main/java}, with the line of the tree. */
    String place(CompilationUnitTree unit, Tree tree) {
        long start = trees.getSourcePositions().getStartPosition(unit, tree);
        return file(unit) + ":" + unit.getLineMap().getLineNumber(start);
    }

    /** The file below {@code src/main/java}. */
    static String file(CompilationUnitTree unit) {
        String name = Path.of(unit.getSourceFile().toUri()).toString();
        return name.substring(name.indexOf(MAIN.toString()) + MAIN.toString().length() + 1);
    }

    /** Whether the expression's type is ours and sealed or an enum: a world that is closed. */
    boolean closedWorld(TreePath expression) {
        return element(expression) instanceof TypeElement type
                && type.getQualifiedName().toString().startsWith(Rooms.HOUSE + ".")
                && (type.getModifiers().contains(Modifier.SEALED)
                        || type.getKind() == ElementKind.ENUM);
    }

    private @Nullable Element element(TreePath expression) {
        var type = trees.getTypeMirror(expression);
        return type instanceof DeclaredType declared ? declared.asElement() : null;
    }

    /** Every text file below the folder. */
    static Stream<Path> files(Path folder) {
        if (!Files.exists(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file; of a binary one, whatever Latin-1 makes of it. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders below {@code src/main/java} that hold Java files. */
    static Set<Path> packages() {
        return Set.copyOf(javaFiles().map(Path::getParent).toList());
    }

    private static final class Once {
        private static final Sources MAIN = compile(file -> true, task -> {});
    }

    /** What the compiler does after parsing. */
    @FunctionalInterface
    private interface Step {
        void take(JavacTask task) throws IOException;
    }
}
