package dev.bonafide;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A method is one folder: outside it no class of it is named ({@link ArchitectureTest}) and its id
 * is not written. So adding a method adds a folder, and removing one is deleting it.
 */
class OneFolderTest {
    private static final String METHODS = "dev/bonafide/method/";
    private static final Sources SOURCES = Sources.ofMain();

    /** What speaks of methods on behalf of the operator: Kratos' keys and the shipped defaults. */
    private static final Set<String> LISTED =
            Set.of(
                    "bonafide.yml",
                    "bonafide.identity.schema.json",
                    "identity-extension.schema.json",
                    "dev/bonafide/config/kratos-keys.txt",
                    "dev/bonafide/method/fido/webauthn.js");

    /** Kratos puts the script of all keys into the group of one method. */
    private static final String SCRIPT_NODE = METHODS + "fido/KeyNodes.java";

    /** What several methods share of a standard: knows none of them, and has no id of its own. */
    private static final Set<String> SHARED = Set.of("argon2", "fido");

    /** Folder of a method to the ids that it declares by {@code new MethodId("…")}. */
    private final Map<String, Set<String>> ids = ids();

    @Test
    void everyMethodDeclaresItsIdInItsFolder() {
        Set<String> folders = new TreeSet<>();
        units().map(Sources::file).map(OneFolderTest::folder).forEach(folders::add);
        folders.remove("");
        folders.removeAll(SHARED);
        assertThat(ids.keySet()).isEqualTo(folders);
    }

    @Test
    void noStringOutsideItsFolderIsAMethodsId() {
        assertThat(units().flatMap(this::strayLiterals)).isEmpty();
    }

    @Test
    void noResourceOutsideItsFolderSpeaksOfAMethod() {
        assertThat(Sources.files(Sources.RESOURCES).flatMap(this::strayWords)).isEmpty();
    }

    @Test
    void everyListedResourceExists() {
        assertThat(LISTED).allSatisfy(file -> assertThat(Sources.RESOURCES.resolve(file)).exists());
    }

    private static Stream<CompilationUnitTree> units() {
        return SOURCES.units().stream();
    }

    private Stream<String> strayLiterals(CompilationUnitTree unit) {
        Set<String> foreign = foreignTo(Sources.file(unit));
        List<String> found = new ArrayList<>();
        eachLiteral(
                unit,
                literal -> {
                    if (literal.getValue() instanceof String text && foreign.contains(text)) {
                        found.add(SOURCES.place(unit, literal));
                    }
                });
        return found.stream();
    }

    private Stream<String> strayWords(Path file) {
        String name = Sources.RESOURCES.relativize(file).toString();
        List<String> lines = Sources.lines(file);
        return foreignTo(name).stream()
                .filter(id -> lines.stream().anyMatch(word(id).asPredicate()))
                .map(id -> name + " says " + id);
    }

    /** The ids that this file must not know: all but those of its own folder. */
    private Set<String> foreignTo(String file) {
        Set<String> foreign = new TreeSet<>();
        if (LISTED.contains(file) || file.equals(SCRIPT_NODE)) {
            return foreign;
        }
        ids.values().forEach(foreign::addAll);
        foreign.removeAll(ids.getOrDefault(folder(file), Set.of()));
        return foreign;
    }

    private static Map<String, Set<String>> ids() {
        Map<String, Set<String>> ids = new TreeMap<>();
        units().forEach(unit -> declared(unit, ids));
        ids.remove("");
        return ids;
    }

    private static void declared(CompilationUnitTree unit, Map<String, Set<String>> ids) {
        String folder = folder(Sources.file(unit));
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void none) {
                if (tree.getIdentifier().toString().equals("MethodId")
                        && tree.getArguments().getFirst() instanceof LiteralTree literal) {
                    ids.computeIfAbsent(folder, any -> new TreeSet<>())
                            .add(String.valueOf(literal.getValue()));
                }
                return super.visitNewClass(tree, null);
            }
        }.scan(unit, null);
    }

    private static void eachLiteral(Tree tree, Consumer<LiteralTree> visitor) {
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void none) {
                visitor.accept(literal);
                return null;
            }
        }.scan(tree, null);
    }

    /** The sub-folder of the methods that a file is in, "" for a file elsewhere. */
    private static String folder(String file) {
        String below = file.startsWith(METHODS) ? file.substring(METHODS.length()) : "";
        int slash = below.indexOf('/');
        return slash < 0 ? "" : below.substring(0, slash);
    }

    private static Pattern word(String id) {
        return Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(id) + "(?![A-Za-z0-9_])");
    }
}
