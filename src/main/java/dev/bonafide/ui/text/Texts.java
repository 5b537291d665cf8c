package dev.bonafide.ui.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The texts of one language. */
public final class Texts {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");
    private static final Pattern NUMBER =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d+");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+Z");

    private final Locale locale;
    private final Map<String, String> entries;

    Texts(Locale locale, Map<String, String> entries) {
        this.locale = locale;
        this.entries = entries;
    }

    /** Tag of the language (RFC 5646). */
    public String language() {
        return locale.toLanguageTag();
    }

    /** Text of a page, by its key. */
    public String word(String key) {
        return word(key, key);
    }

    /** Text of a page; the other text where there is none. */
    public String word(String key, String otherwise) {
        return entries.getOrDefault(key, otherwise);
    }

    /**
     * A message as it stands on the wire: by its id, with the values of its context; in the
     * server's words where the id or a value is missing.
     */
    public Said say(JsonNode message) {
        String text = message.path("text").asString("");
        String pattern = entries.get(Integer.toString(message.path("id").asInt(0)));
        return new Said(
                pattern == null ? text : filled(pattern, message.path("context"), text),
                message.path("type").asString("info"));
    }

    /** Day and time to the minute, in UTC: where the reader is, nobody told us. */
    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atOffset(ZoneOffset.UTC))
                + " UTC";
    }

    /** A reason for people; "" where it is only known in English and they read something else. */
    public String reason(String reason) {
        String text = translated(reason);
        return text.equals(reason) && !language().equals("en") ? "" : text;
    }

    private String filled(String pattern, JsonNode context, String otherwise) {
        Matcher places = PLACE.matcher(pattern);
        StringBuilder text = new StringBuilder();
        while (places.find()) {
            JsonNode value = context.path(places.group(1));
            if (value.isMissingNode() || value.isNull()) {
                return otherwise;
            }
            places.appendReplacement(text, Matcher.quoteReplacement(value(value)));
        }
        return places.appendTail(text).toString();
    }

    private String value(JsonNode value) {
        if (!value.isString()) {
            return value.isArray()
                    ? String.join(", ", value.valueStream().map(this::value).toList())
                    : value.asString(value.toString());
        }
        String text = value.asString();
        return TIME.matcher(text).matches() ? time(Instant.parse(text)) : translated(text);
    }

    /**
     * Reasons and titles are English sentences without an id; they are looked up by themselves,
     * with their numbers left open.
     */
    private String translated(String text) {
        String known = entries.get("value." + NUMBER.matcher(text).replaceAll("#"));
        if (known == null) {
            return text;
        }
        Matcher numbers = NUMBER.matcher(text);
        return Pattern.compile("#")
                .matcher(known)
                .replaceAll(open -> numbers.find() ? numbers.group() : "");
    }
}
