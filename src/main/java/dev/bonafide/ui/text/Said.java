package dev.bonafide.ui.text;

/**
 * A message in words.
 *
 * @param type {@code info}, {@code error} or {@code success}
 */
public record Said(String text, String type) {
    public boolean error() {
        return type.equals("error");
    }
}
