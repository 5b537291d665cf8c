package dev.bonafide.ui.form;

import dev.bonafide.ui.text.Said;
import java.util.List;
import java.util.Map;

/**
 * One node, ready to be written.
 *
 * @param id of the element; unique on the page
 * @param kind HTML's type of an input; "" for others
 * @param content text, or address of an image, link or script
 * @param attributes further ones, all of them safe to write
 * @param items entries of a list, such as codes to keep; empty for none
 * @param choices among which one chooses; empty where anything may be typed
 * @param facts of the thing that a button is about, in words
 */
public record NodeView(
        String type,
        String group,
        String id,
        String name,
        String kind,
        String label,
        String content,
        Map<String, String> attributes,
        List<Said> messages,
        List<Item> items,
        List<Choice> choices,
        List<String> facts) {

    /** An entry of a list; what is used up is shown, and not to be kept. */
    public record Item(String text, boolean used) {}

    /** A value and what it is called. */
    public record Choice(String value, String label, boolean chosen) {}

    /** "" where it has none. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    public boolean hidden() {
        return kind.equals("hidden");
    }

    public boolean button() {
        return kind.equals("submit") || kind.equals("button");
    }

    /**
     * Whether it is there for its messages alone: a field that the form lacks, which has no name
     * that people know.
     */
    public boolean bare() {
        return field() && label.isEmpty() && !messages.isEmpty();
    }

    /** Whether somebody types or chooses here. */
    public boolean field() {
        return type.equals("input") && !hidden() && !button();
    }

    public boolean wrong() {
        return messages.stream().anyMatch(Said::error);
    }

    /** The entries that can be kept, one a line. */
    public String lines() {
        return String.join(
                "\n", items.stream().filter(item -> !item.used()).map(Item::text).toList());
    }
}
