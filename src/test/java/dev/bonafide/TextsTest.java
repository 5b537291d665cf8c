package dev.bonafide;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import dev.bonafide.ui.text.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the server may say to people has a text in each language that pages are written in. */
class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[a-z_]+}");

    /** Kratos' numbers of messages for people (contract section 5), and those of our own. */
    private static final Pattern NUMBER = Pattern.compile("(10[1-7]\\d|40[0-7]\\d)\\d{3}");

    /** Said to API clients alone, whose flows no page shows. */
    private static final String OF_API_CLIENTS = "begun by an API client";

    private final Map<String, Map<String, String>> languages = languages();

    @Test
    void everyMessageHasATextInEachLanguage() {
        Set<String> ids = ids();
        assertThat(ids).contains("1010003", "4000006", "4000040");
        assertThat(languages)
                .allSatisfy((tag, texts) -> assertThat(texts.keySet()).as(tag).containsAll(ids));
    }

    @Test
    void everyReasonHasATextInEachLanguage() {
        Set<String> reasons = reasons();
        assertThat(reasons).isNotEmpty();
        assertThat(languages)
                .allSatisfy(
                        (tag, texts) -> assertThat(texts.keySet()).as(tag).containsAll(reasons));
    }

    @Test
    void languagesHaveTheSameTextsWithTheSameValues() {
        Map<String, Set<String>> first =
                places(languages.getOrDefault(Languages.TAGS.getFirst(), Map.of()));
        assertThat(languages.values())
                .allSatisfy(texts -> assertThat(places(texts)).isEqualTo(first));
    }

    private static Map<String, Set<String>> places(Map<String, String> texts) {
        Map<String, Set<String>> places = new TreeMap<>();
        texts.forEach((key, text) -> places.put(key, places(text)));
        return places;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, String>> languages() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (String tag : Languages.TAGS) {
            Map<String, String> texts = new TreeMap<>();
            Sources.files(Sources.RESOURCES)
                    .filter(file -> file.endsWith("texts_" + tag + ".properties"))
                    .forEach(file ->
                            read(file)
                                    .forEach((key, text) ->
                                            texts.put(key.toString(), text.toString())));
            all.put(tag, texts);
        }
        return all;
    }

    private static Properties read(Path file) {
        Properties entries = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            entries.load(reader);
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> ids() {
        Set<String> found = new TreeSet<>();
        scan(
                new TreeScanner<>() {
                    @Override
                    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void none) {
                        if (tree.getValue() instanceof Integer number
                                && NUMBER.matcher(number.toString()).matches()) {
                            found.add(number.toString());
                        }
                        return null;
                    }
                });
        return found;
    }

    private static Set<String> reasons() {
        Set<String> found = new TreeSet<>();
        scan(
                new TreeScanner<>() {
                    @Override
                    public @Nullable Void visitMethodInvocation(
                            MethodInvocationTree call, @Nullable Void none) {
                        if (call.getMethodSelect().toString().equals("Messages.generic")) {
                            found.add("value." + text(call.getArguments().getFirst()));
                        }
                        return super.visitMethodInvocation(call, null);
                    }
                });
        found.removeIf(reason -> reason.contains(OF_API_CLIENTS));
        return found;
    }

    /** Literals put together; what is no literal counts as a number. */
    private static String text(ExpressionTree expression) {
        return switch (expression) {
            case BinaryTree sum -> text(sum.getLeftOperand()) + text(sum.getRightOperand());
            case LiteralTree literal -> String.valueOf(literal.getValue());
            default -> "#";
        };
    }

    private static void scan(TreeScanner<@Nullable Void, @Nullable Void> scanner) {
        Sources.ofMain().units().forEach(unit -> scanner.scan(unit, null));
    }
}
