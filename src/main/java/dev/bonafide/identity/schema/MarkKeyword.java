package dev.bonafide.identity.schema;

import com.networknt.schema.CollectorContext;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * {@code ory.sh/kratos}: never an error, but hands the values that it stands at to a {@link
 * Collector}. Run by the validator, so it follows {@code $ref}, combinations and array items as
 * validation does.
 */
final class MarkKeyword extends AbstractKeyword {
    static final String NAME = "ory.sh/kratos";

    MarkKeyword() {
        super(NAME);
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
        return new Marker(this, location, node, parent, context);
    }

    /** A text that a mark stands at. */
    record Marked(Marks marks, String value) {}

    /** Gathers during one validation. */
    static final class Collector extends CollectorContext {
        private final List<Marked> marked = new ArrayList<>();

        List<Marked> marked() {
            return marked;
        }
    }

    private static final class Marker extends BaseKeywordValidator {
        private final Marks marks;

        Marker(
                Keyword keyword,
                SchemaLocation location,
                JsonNode node,
                Schema parent,
                SchemaContext context) {
            super(keyword, node, location, parent, context);
            marks = Marks.of(node);
        }

        @Override
        public void validate(
                ExecutionContext execution, JsonNode value, JsonNode root, NodePath place) {
            if (execution.getCollectorContext() instanceof Collector collector
                    && value.isString()
                    && !value.asString().isBlank()
                    && counts(execution.getEvaluationSchemaPath(), value)) {
                collector.marked.add(new Marked(marks, value.asString()));
            }
        }

        /**
         * Of alternatives only those that the value fits; what is only asked about ({@code if},
         * {@code not}) marks nothing.
         */
        private boolean counts(ArrayDeque<Object> path, JsonNode value) {
            if (path.contains("if") || path.contains("not")) {
                return false;
            }
            boolean alternative = path.contains("oneOf") || path.contains("anyOf");
            return !alternative || parentSchema.validate(value).isEmpty();
        }
    }
}
