package dev.bonafide.log.event;

import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.EventTypes;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Upcaster;
import dev.bonafide.log.Upcaster.Shape;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Events to their stored payload and back. */
public final class EventCodec {
    private static final Shape META = new Shape("meta", 1);

    private final EventNames names;
    private final Upcasting upcasting;

    /**
     * Checks names, shapes and chains once, at the start.
     *
     * @throws IllegalStateException if two records have one name, a record has a field without a
     *     stored form, or an upcaster leads nowhere
     */
    public EventCodec(List<EventTypes> types, List<Upcaster> upcasters) {
        names = new EventNames(types);
        upcasting = new Upcasting(names, upcasters);
    }

    /**
     * An event as it will be stored.
     *
     * @param shape the name and revision under which the event is stored
     * @param payload its JSON, fresh values sealed
     */
    public record Written(Shape shape, ObjectNode payload) {}

    /** Writes an event as today's release stores it. */
    public Written write(Object event, String id, Sealer sealer) {
        Shape shape = names.shapeOf(event.getClass());
        return new Written(shape, toTree(event, new Sealing(id, shape, sealer)));
    }

    /**
     * Reads a stored payload, which it may change, as today's record.
     *
     * @throws Undecodable if this release cannot
     */
    public Object read(String id, Shape stored, ObjectNode payload) {
        Class<?> type = upcasting.typeOf(stored);
        try {
            new SealedNodes(id, stored).place(payload);
            return EventJson.mapper().treeToValue(upcasting.upcast(stored, payload), type);
        } catch (JacksonException | IllegalArgumentException | ClassCastException e) {
            throw new Undecodable("event " + id + " is no " + stored, e);
        }
    }

    /** The record as which a stored shape is read; {@link Undecodable} if there is none. */
    public Class<?> typeOf(Shape stored) {
        return upcasting.typeOf(stored);
    }

    /**
     * Writes who caused a commit; the client is sealed.
     *
     * @param first id of the commit's first event, which stands for the commit
     */
    public ObjectNode writeMeta(Meta meta, String first, Sealer sealer) {
        return toTree(meta, new Sealing(first, META, sealer));
    }

    public Meta readMeta(String first, ObjectNode meta) {
        try {
            new SealedNodes(first, META).place(meta);
            return EventJson.mapper().treeToValue(meta, Meta.class);
        } catch (JacksonException e) {
            throw new Undecodable("meta of event " + first + " cannot be read", e);
        }
    }

    /** What sealing refuses is thrown as it is: the mapper would make a fault of it. */
    private static ObjectNode toTree(Object value, Sealing sealing) {
        try {
            JsonNode tree =
                    EventJson.mapper()
                            .writer()
                            .withAttribute(Sealing.class, sealing)
                            .valueToTree(value);
            return (ObjectNode) tree;
        } catch (JacksonException e) {
            throw switch (e.getCause()) {
                case Refused refused -> refused;
                case Unavailable unavailable -> unavailable;
                case null, default -> e;
            };
        }
    }
}
