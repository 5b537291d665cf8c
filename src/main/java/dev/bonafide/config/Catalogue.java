package dev.bonafide.config;

import dev.bonafide.config.Node.Scalar;
import dev.bonafide.config.Verdict.Fine;
import dev.bonafide.config.Verdict.Harmless;
import dev.bonafide.config.Verdict.Refused;
import dev.bonafide.config.Verdict.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All keys that Kratos knows, from {@code kratos-keys.txt}, and what becomes of each. */
record Catalogue(List<Rule> rules) {
    /** The catalogue in the jar. */
    static Catalogue kratos() {
        try (InputStream lines =
                Objects.requireNonNull(Catalogue.class.getResourceAsStream("kratos-keys.txt"))) {
            return parse(new String(lines.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Catalogue parse(String text) {
        return new Catalogue(
                text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Rule::parse)
                        .toList());
    }

    Verdict on(String path, Node value, boolean bound) {
        return rules.stream()
                .filter(rule -> rule.pattern().matches(path))
                .flatMap(rule -> judged(rule, path, value, bound).stream())
                .findFirst()
                .orElseGet(() -> bound ? new Fine() : new Unknown());
    }

    /** What one matching line says; empty where it leaves the decision to the next one. */
    private static Optional<Verdict> judged(Rule rule, String path, Node value, boolean bound) {
        boolean allowed = rule.allowed().contains(text(value));
        return switch (rule.kind()) {
            case ONLY -> allowed ? Optional.empty() : Optional.of(refused(rule));
            case REFUSED -> Optional.of(bound || allowed ? new Fine() : refused(rule));
            case SERVED ->
                    Optional.of(
                            bound
                                    ? new Fine()
                                    : new Refused("is known to Kratos and not served here"));
            case HARMLESS ->
                    Optional.of(
                            bound ? new Fine() : new Harmless(family(rule, path), rule.words()));
        };
    }

    private static Refused refused(Rule rule) {
        String allowed =
                rule.allowed().isEmpty() ? "leave it out" : String.join(", ", rule.allowed());
        return new Refused(
                "is refused"
                        + (rule.words().isEmpty() ? "" : ", " + rule.words())
                        + "; allowed: "
                        + allowed);
    }

    private static String family(Rule rule, String path) {
        return rule.pattern().segments().contains("**") ? rule.pattern().toString() : path;
    }

    /** The spelling in the catalogue's lists of values. */
    private static String text(Node value) {
        return value instanceof Scalar scalar ? scalar.text() : value.what();
    }

    /** The keys that an environment variable of this name may mean. */
    Stream<String> keysOf(String variable) {
        return rules.stream().flatMap(rule -> rule.pattern().keyOf(variable).stream());
    }

    /** The mappings that a variable of this name may mean as a whole. */
    List<String> mappingsOf(String variable) {
        return rules.stream()
                .flatMap(rule -> rule.pattern().mappings(1))
                .filter(path -> Variables.nameOf(path).equals(variable))
                .distinct()
                .toList();
    }

    Stream<String> patterns() {
        return rules.stream().map(rule -> rule.pattern().toString());
    }
}
