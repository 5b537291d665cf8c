package dev.bonafide.story;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds answers against Kratos' API description, where it lies beside the project: types, required
 * keys, and no key that the description does not know, save those of {@link KnownExtra}.
 */
final class WireContract {
    private static final @Nullable OpenApiInteractionValidator VALIDATOR = load();

    private WireContract() {}

    static void check(String method, String path, Answer answer) {
        if (answer.status() >= 500) {
            throw violation(method, path, answer, "is no answer");
        }
        int query = path.indexOf('?');
        String route = query < 0 ? path : path.substring(0, query);
        if (VALIDATOR != null && !KnownExtra.ownRoute(route)) {
            List<String> found = complaints(VALIDATOR, method, route, answer);
            if (!found.isEmpty()) {
                throw violation(method, path, answer, String.join("\n", found));
            }
        }
    }

    private static List<String> complaints(
            OpenApiInteractionValidator validator, String method, String route, Answer answer) {
        Request.Method verb = Request.Method.valueOf(method);
        return validator.validateResponse(route, verb, response(answer)).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(ValidationReport.Message::toString)
                .filter(text -> !KnownExtra.allows(route, answer.status(), text))
                .toList();
    }

    /** Whether the description lies beside the project, so that answers are held against it. */
    static boolean described() {
        return VALIDATOR != null;
    }

    private static SimpleResponse response(Answer answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        answer.headers()
                .map()
                .forEach((name, values) -> response.withHeader(name, List.copyOf(values)));
        return (answer.body().isEmpty() ? response : response.withBody(answer.body())).build();
    }

    private static AssertionError violation(
            String method, String path, Answer answer, String reason) {
        return new AssertionError(
                "%s %s -> %d: %s%n%s"
                        .formatted(method, path, answer.status(), reason, answer.body()));
    }

    private static @Nullable OpenApiInteractionValidator load() {
        Path description = Path.of("../shared/kratos/api.json");
        if (!Files.isRegularFile(description)) {
            System.out.println("LEFT OUT: no API description at " + description);
            return null;
        }
        try {
            return OpenApiInteractionValidator.createForInlineApiSpecification(
                            Files.readString(description))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
