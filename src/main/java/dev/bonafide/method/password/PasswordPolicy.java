package dev.bonafide.method.password;

import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a new password must be: long enough, not made of what is known about its owner, and none of
 * those that are tried first. Nothing else: no rules of composition (NIST SP 800-63B 3.1.1.2).
 */
final class PasswordPolicy {
    /** Bounds the work on traits that somebody made large on purpose. */
    private static final int KNOWN_MAX = 100;

    private static final int KNOWN_LENGTH_MAX = 256;

    private final PasswordSettings.Config settings;
    private final CommonPasswords common;

    PasswordPolicy(PasswordSettings.Config settings, CommonPasswords common) {
        this.settings = settings;
        this.common = common;
    }

    /**
     * The first thing that is wrong with it.
     *
     * @param identifiers of its owner
     * @param traits of its owner
     */
    Optional<FieldProblem> problem(Typed typed, List<String> identifiers, JsonNode traits) {
        return length(typed)
                .or(() -> similar(typed, known(identifiers, traits)))
                .or(() -> common(typed, identifiers))
                .map(message -> FieldProblem.at(Field.PASSWORD, message));
    }

    private Optional<Message> length(Typed typed) {
        int least = settings.minPasswordLength();
        int actual = typed.codePoints();
        return actual < least
                ? Optional.of(PasswordMessages.tooShort(least, actual))
                : Optional.empty();
    }

    private Optional<Message> similar(Typed typed, List<String> known) {
        boolean similar =
                settings.identifierSimilarityCheckEnabled()
                        && known.stream().anyMatch(one -> Similarity.similar(typed.text(), one));
        return similar ? Optional.of(PasswordMessages.similar()) : Optional.empty();
    }

    private Optional<Message> common(Typed typed, List<String> identifiers) {
        return common.contains(typed.text(), identifiers)
                ? Optional.of(PasswordMessages.common())
                : Optional.empty();
    }

    private static List<String> known(List<String> identifiers, JsonNode traits) {
        List<String> known = new ArrayList<>(identifiers);
        collect(traits, known);
        return known.stream()
                .map(one ->
                        one.length() > KNOWN_LENGTH_MAX ? one.substring(0, KNOWN_LENGTH_MAX) : one)
                .toList();
    }

    private static void collect(JsonNode node, List<String> known) {
        if (known.size() >= KNOWN_MAX) {
            return;
        }
        if (node.isString()) {
            known.add(node.asString());
        }
        node.forEach(child -> collect(child, known));
    }
}
