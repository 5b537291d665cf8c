package dev.bonafide.config;

import dev.bonafide.config.Node.Kind;
import dev.bonafide.config.Node.Mapping;
import dev.bonafide.config.Node.Scalar;
import dev.bonafide.config.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/**
 * YAML 1.2 with its core schema, made from the parser's events: {@code yes} is text, there are no
 * merge keys and no tags, a key occurs once, an alias counts as what it stands for and can't stand
 * for something that contains it.
 */
final class YamlReader {
    private static final CoreScalarResolver CORE = new CoreScalarResolver(false);

    private final String source;
    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int nodes;

    /** A finished node and how many nodes it is. */
    private record Anchored(Node node, int size) {}

    private YamlReader(String text, String source) {
        this.source = source;
        LoadSettings settings = LoadSettings.builder().setLabel(source).setUseMarks(true).build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * The one document of a text; an empty text is an empty mapping.
     *
     * @throws BadConfiguration naming the source and the line
     */
    static Node read(String text, String source) {
        try {
            return new YamlReader(text, source).document();
        } catch (MarkedYamlEngineException e) {
            throw new BadConfiguration(
                    source, "is not YAML: " + e.getProblem() + line(e.getProblemMark()));
        } catch (YamlEngineException e) {
            throw new BadConfiguration(source, "is not YAML: " + e.getMessage());
        }
    }

    private static String line(Optional<Mark> mark) {
        return mark.map(m -> " (line " + (m.getLine() + 1) + ")").orElse("");
    }

    private Node document() {
        events.next();
        Event first = events.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            return new Mapping(Map.of(), new Place(source, 0));
        }
        Node root = node(events.next(), 0);
        events.next();
        if (events.next().getEventId() != Event.ID.StreamEnd) {
            throw new BadConfiguration(source, "holds more than one document");
        }
        return root;
    }

    private Node node(Event event, int depth) {
        Place place = place(event);
        NodeLimits.depth(depth, place);
        NodeLimits.count(++nodes, place);
        int before = nodes;
        Node node =
                switch (event) {
                    case AliasEvent alias -> aliased(alias, place);
                    case ScalarEvent scalar -> scalar(scalar, place);
                    case CollectionStartEvent start -> collection(start, place, depth);
                    default ->
                            throw new IllegalStateException(
                                    "an event that starts no node: " + event);
                };
        if (!(event instanceof AliasEvent) && event instanceof NodeEvent named) {
            named.getAnchor()
                    .ifPresent(
                            anchor -> anchors.put(anchor, new Anchored(node, nodes - before + 1)));
        }
        return node;
    }

    private Node collection(CollectionStartEvent start, Place place, int depth) {
        noTag(start.getTag(), place);
        return start.getEventId() == Event.ID.MappingStart
                ? mapping(place, depth)
                : sequence(place, depth);
    }

    private Node mapping(Place place, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (Event key = events.next();
                key.getEventId() != Event.ID.MappingEnd;
                key = events.next()) {
            if (!(key instanceof ScalarEvent name)) {
                throw BadConfiguration.at(place(key), source, "a key has to be a plain word");
            }
            NodeLimits.put(entries, name.getValue(), node(events.next(), depth + 1));
        }
        return new Mapping(entries, place);
    }

    private Node sequence(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event item = events.next();
                item.getEventId() != Event.ID.SequenceEnd;
                item = events.next()) {
            items.add(node(item, depth + 1));
        }
        return new Sequence(items, place);
    }

    private Node aliased(AliasEvent alias, Place place) {
        Anchored target = anchors.get(alias.getAlias());
        if (target == null) {
            throw BadConfiguration.at(
                    place,
                    source,
                    "the alias *" + alias.getAlias() + " stands for nothing before it");
        }
        nodes += target.size();
        NodeLimits.count(nodes, place);
        return target.node();
    }

    private static Scalar scalar(ScalarEvent event, Place place) {
        noTag(event.getTag(), place);
        return new Scalar(
                event.getValue(), event.isPlain() ? kind(event.getValue()) : Kind.TEXT, place);
    }

    private static Kind kind(String plain) {
        Tag tag = CORE.resolve(plain, true);
        if (tag.equals(Tag.BOOL)) {
            return Kind.BOOLEAN;
        }
        if (tag.equals(Tag.INT)) {
            return Kind.INTEGER;
        }
        if (tag.equals(Tag.FLOAT)) {
            return Kind.FLOAT;
        }
        return tag.equals(Tag.NULL) ? Kind.NULL : Kind.TEXT;
    }

    private static void noTag(Optional<String> tag, Place place) {
        if (tag.isPresent()) {
            throw BadConfiguration.at(
                    place,
                    place.source(),
                    "the tag " + tag.get() + " is not read; allowed: no tags");
        }
    }

    private Place place(Event event) {
        return new Place(source, event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
    }
}
