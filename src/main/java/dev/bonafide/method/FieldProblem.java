package dev.bonafide.method;

import org.jspecify.annotations.Nullable;

/**
 * Something to tell about a submission. {@code node} names the field; null stands for the form as a
 * whole.
 */
public record FieldProblem(@Nullable String node, Message message) {
    public static FieldProblem at(String node, Message message) {
        return new FieldProblem(node, message);
    }

    public static FieldProblem global(Message message) {
        return new FieldProblem(null, message);
    }
}
