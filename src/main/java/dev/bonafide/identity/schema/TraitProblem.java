package dev.bonafide.identity.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something wrong with a trait, as a message of a flow (contract section 5, 400…).
 *
 * @param pointer where: {@code #/traits/name/first}
 * @param id the number that clients match
 * @param text for people
 * @param context values that the text speaks of
 */
public record TraitProblem(String pointer, int id, String text, Map<String, Object> context) {
    public TraitProblem {
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }

    /** Of the node that the message belongs to: {@code traits.name.first}. */
    public String name() {
        return Stream.of(pointer.split("/", -1))
                .skip(1)
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .collect(Collectors.joining("."));
    }

    TraitProblem with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(context);
        more.put(key, value);
        return new TraitProblem(pointer, id, text, more);
    }

    /** The context may hold what was typed. */
    @Override
    public String toString() {
        return "TraitProblem[" + pointer + ", " + id + "]";
    }
}
