package dev.bonafide.ui.form;

import dev.bonafide.ui.form.NodeView.Choice;
import dev.bonafide.ui.text.Texts;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The values among which a field lets choose (a node's {@code options}). */
final class Choices {
    private final Texts texts;

    Choices(Texts texts) {
        this.texts = texts;
    }

    /** None for a field into which anything may be typed. */
    List<Choice> of(JsonNode attributes) {
        String chosen = attributes.path("value").asString("");
        return attributes
                .path("options")
                .valueStream()
                .map(option -> choice(option, chosen))
                .toList();
    }

    /** An option without a label is called by its value. */
    private Choice choice(JsonNode option, String chosen) {
        String value = option.path("value").asString("");
        JsonNode label = option.path("label");
        return new Choice(
                value, label.isObject() ? texts.say(label).text() : value, value.equals(chosen));
    }
}
