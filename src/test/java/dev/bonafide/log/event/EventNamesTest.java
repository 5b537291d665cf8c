package dev.bonafide.log.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.log.Upcaster;
import dev.bonafide.log.Upcaster.Shape;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class EventNamesTest {
    @EventName(value = "door.opened", revision = 3)
    record Opened(Sealed visitor, String door) {}

    @EventName("door.opened")
    record Twin() {}

    record Nameless() {}

    @EventName("Door.Closed")
    record Shouting() {}

    @EventName("door.measured")
    record Floating(double width) {}

    @EventName("door.painted")
    record Open(Object colour) {}

    private static final String SEALED =
            "{'owner':'0199a1b2-0000-7000-8000-000000000001','key':2,'box':'AAAA'}"
                    .replace('\'', '"');

    private record Step(Shape from, Shape to, UnaryOperator<ObjectNode> change)
            implements Upcaster {
        @Override
        public ObjectNode upcast(ObjectNode payload) {
            return change.apply(payload);
        }
    }

    private static Shape shape(String name, int revision) {
        return new Shape(name, revision);
    }

    private static EventCodec codec(Class<?> event, Upcaster... upcasters) {
        return new EventCodec(List.of(() -> List.of(event)), List.of(upcasters));
    }

    @Test
    void refusesToStartWithTwoRecordsOfOneName() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new EventCodec(
                                List.of(() -> List.of(Opened.class), () -> List.of(Twin.class)),
                                List.of()))
                .withMessageContaining("both");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {Nameless.class, Shouting.class, Floating.class, Open.class, String.class})
    void refusesToStartWithAnEventThatHasNoNameOrNoStoredForm(Class<?> event) {
        assertThatIllegalStateException().isThrownBy(() -> codec(event));
    }

    @Test
    void refusesToStartWithUpcastersThatLeadNowhere() {
        var nowhere = new Step(shape("door.opened", 1), shape("door.opened", 2), p -> p);
        var back = new Step(shape("door.opened", 2), shape("door.opened", 1), p -> p);
        var today = new Step(shape("door.opened", 3), shape("door.opened", 4), p -> p);

        assertThatIllegalStateException().isThrownBy(() -> codec(Opened.class, nowhere));
        assertThatIllegalStateException().isThrownBy(() -> codec(Opened.class, nowhere, back));
        assertThatIllegalStateException().isThrownBy(() -> codec(Opened.class, today));
        assertThatIllegalStateException()
                .isThrownBy(() -> codec(Opened.class, nowhere, nowhere))
                .withMessageContaining("two");
    }

    @Test
    void followsAChainOverRenamedEventsAndMovedSealedFields() {
        var renamed = new Step(shape("gate.opened", 1), shape("door.opened", 2), p -> p);
        var moved =
                new Step(
                        shape("door.opened", 2),
                        shape("door.opened", 3),
                        p -> {
                            p.set("visitor", p.remove("who"));
                            return p.put("door", "front");
                        });
        EventCodec codec = codec(Opened.class, renamed, moved);
        ObjectNode stored = (ObjectNode) EventJson.mapper().readTree("{\"who\":" + SEALED + "}");

        Opened read = (Opened) codec.read("e9", shape("gate.opened", 1), stored);

        assertThat(read.door()).isEqualTo("front");
        assertThat(read.visitor())
                .isEqualTo(
                        new Sealed.Closed(
                                IdentityId.of("0199a1b2-0000-7000-8000-000000000001"),
                                2,
                                new Sealed.Place("e9", "gate.opened", 1, "who"),
                                new byte[3]));
        assertThat(codec.typeOf(shape("gate.opened", 1))).isEqualTo(Opened.class);
    }
}
