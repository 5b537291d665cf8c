package dev.bonafide.config;

import dev.bonafide.config.Node.Kind;
import dev.bonafide.config.Node.Mapping;
import dev.bonafide.config.Node.Scalar;
import dev.bonafide.config.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON by the letter of RFC 8259, with the bounds and the key rules of the YAML reader. A reader of
 * its own, because YAML's escapes and tabs differ.
 */
final class JsonReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final String source;
    private final JsonParser parser;
    private int nodes;

    private JsonReader(JsonParser parser, String source) {
        this.parser = parser;
        this.source = source;
    }

    /**
     * The one value of a text.
     *
     * @throws BadConfiguration naming the source and the line
     */
    static Node read(String text, String source) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new JsonReader(parser, source).document();
        } catch (JacksonException e) {
            throw new BadConfiguration(
                    source,
                    "is not JSON: "
                            + e.getOriginalMessage()
                            + " (line "
                            + e.getLocation().getLineNr()
                            + ")");
        }
    }

    private Node document() {
        Node root = node(parser.nextToken(), 0);
        if (parser.nextToken() != null) {
            throw BadConfiguration.at(place(), source, "holds more than one value");
        }
        return root;
    }

    private Node node(@Nullable JsonToken token, int depth) {
        Place place = place();
        NodeLimits.depth(depth, place);
        NodeLimits.count(++nodes, place);
        return switch (token) {
            case null -> throw new BadConfiguration(source, "holds nothing");
            case START_OBJECT -> mapping(place, depth);
            case START_ARRAY -> sequence(place, depth);
            case VALUE_STRING -> scalar(Kind.TEXT, place);
            case VALUE_NUMBER_INT -> scalar(Kind.INTEGER, place);
            case VALUE_NUMBER_FLOAT -> scalar(Kind.FLOAT, place);
            case VALUE_TRUE, VALUE_FALSE -> scalar(Kind.BOOLEAN, place);
            case VALUE_NULL -> scalar(Kind.NULL, place);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("a token that starts no value: " + token);
        };
    }

    private Scalar scalar(Kind kind, Place place) {
        return new Scalar(parser.getString(), kind, place);
    }

    private Node mapping(Place place, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            NodeLimits.put(entries, key, node(parser.nextToken(), depth + 1));
        }
        return new Mapping(entries, place);
    }

    private Node sequence(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        for (JsonToken item = parser.nextToken();
                item != JsonToken.END_ARRAY;
                item = parser.nextToken()) {
            items.add(node(item, depth + 1));
        }
        return new Sequence(items, place);
    }

    private Place place() {
        return new Place(source, parser.currentTokenLocation().getLineNr());
    }
}
