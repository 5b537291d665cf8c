package dev.bonafide;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules about how the main code is written. */
class SourceRulesTest {
    private static final Sources WRITTEN = Sources.ofMain();

    /** Also inside a multi-catch, and with the package written out. */
    private static final Pattern EVERYTHING =
            Pattern.compile("\\b(java\\.lang\\.)?(Exception|Throwable|Error)\\b");

    /** Where a thread of the log begins: once in each, whatever nobody foresaw is met there. */
    private static final List<String> THREAD_ROOTS =
            List.of(
                    "dev/bonafide/log/append/Appender.java",
                    "dev/bonafide/log/reader/Reader.java",
                    "dev/bonafide/log/reader/Watcher.java",
                    "dev/bonafide/log/tail/Follower.java",
                    "dev/bonafide/log/tail/ReadIndex.java",
                    "dev/bonafide/log/tail/Tail.java");

    @Test
    void switchesOverClosedWorldsHaveNoDefault() {
        List<String> found = new ArrayList<>();
        scan(
                new Switches(Sources.typed("default"), found) {
                    @Override
                    void visit(ExpressionTree selector, List<? extends CaseTree> cases) {
                        TreePath path = new TreePath(getCurrentPath(), selector);
                        if (sources.closedWorld(inner(path))
                                && cases.stream().anyMatch(Switches::catchesAll)) {
                            report(selector);
                        }
                    }
                });
        assertThat(found).as("a new member must not compile until it is considered").isEmpty();
    }

    @Test
    void switchesUseArrows() {
        List<String> found = new ArrayList<>();
        scan(
                new Switches(WRITTEN, found) {
                    @Override
                    void visit(ExpressionTree selector, List<? extends CaseTree> cases) {
                        if (cases.stream()
                                .anyMatch(one -> one.getCaseKind() != CaseTree.CaseKind.RULE)) {
                            report(selector);
                        }
                    }
                });
        assertThat(found).as("an old-style case falls through").isEmpty();
    }

    @Test
    void nobodyCatchesEverythingButTheEdgeAndThreadRoots() {
        List<String> found = new ArrayList<>();
        scan(
                new Finder(WRITTEN, found) {
                    @Override
                    public @Nullable Void visitCatch(CatchTree tree, @Nullable Void none) {
                        String caught = tree.getParameter().getType().toString();
                        if (EVERYTHING.matcher(caught).find()) {
                            report(tree);
                        }
                        return super.visitCatch(tree, null);
                    }
                });
        assertThat(found)
                .filteredOn(place -> !place.startsWith("dev/bonafide/http/"))
                .as("a bug must reach the edge, where it gets an id")
                .extracting(place -> place.substring(0, place.lastIndexOf(':')))
                .containsExactlyInAnyOrderElementsOf(THREAD_ROOTS);
    }

    private static void scan(Finder finder) {
        for (CompilationUnitTree unit : finder.sources.units()) {
            finder.scan(unit, null);
        }
    }

    /** Collects places. */
    private abstract static class Finder extends TreePathScanner<@Nullable Void, @Nullable Void> {
        final Sources sources;
        private final List<String> found;

        Finder(Sources sources, List<String> found) {
            this.sources = sources;
            this.found = found;
        }

        final void report(Tree tree) {
            found.add(sources.place(getCurrentPath().getCompilationUnit(), tree));
        }
    }

    /** Sees both kinds of switch as one. */
    private abstract static class Switches extends Finder {
        Switches(Sources sources, List<String> found) {
            super(sources, found);
        }

        abstract void visit(ExpressionTree selector, List<? extends CaseTree> cases);

        @Override
        public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void none) {
            visit(tree.getExpression(), tree.getCases());
            return super.visitSwitch(tree, null);
        }

        @Override
        public @Nullable Void visitSwitchExpression(
                SwitchExpressionTree tree, @Nullable Void none) {
            visit(tree.getExpression(), tree.getCases());
            return super.visitSwitchExpression(tree, null);
        }

        static boolean catchesAll(CaseTree one) {
            return one.getLabels().stream().anyMatch(DefaultCaseLabelTree.class::isInstance);
        }

        /** The selector without its parentheses, which have no type of their own. */
        static TreePath inner(TreePath path) {
            return path.getLeaf() instanceof ParenthesizedTree parenthesized
                    ? new TreePath(path, parenthesized.getExpression())
                    : path;
        }
    }
}
