package dev.bonafide.log.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Proof;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.kernel.Upstream;
import dev.bonafide.log.Upcaster.Shape;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTest {
    private static final IdentityId ADA = IdentityId.of("0199a1b2-0000-7000-8000-000000000001");
    private static final Lineage LINE = Lineage.of("0199a1b2-0000-7000-8000-000000000002");
    private static final Shape SHAPE = new Shape("sample.taken", 1);

    enum Colour {
        RED,
        DARK_BLUE
    }

    record Device(Sealed address, @Nullable Sealed agent) {}

    @EventName("sample.taken")
    record Taken(
            IdentityId identity,
            StreamId stream,
            Aal level,
            Colour colour,
            int count,
            long total,
            boolean last,
            Instant takenAt,
            Proof proof,
            Map<MethodId, String> notes,
            List<Device> devices,
            @Nullable String remark) {}

    private final EventCodec codec = new EventCodec(List.of(() -> List.of(Taken.class)), List.of());

    /** Seals by writing the place in front of the text. */
    private final Sealer sealer =
            (value, place) ->
                    new Sealed.Closed(
                            value.owner(),
                            1,
                            place,
                            (place.field() + "=" + value.text())
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private static Taken taken() {
        var proof =
                new Proof(
                        new MethodId("oidc"),
                        Aal.AAL1,
                        Set.of(new Channel("b"), new Channel("a"), new Channel("c")),
                        LINE,
                        Instant.ofEpochSecond(1, 2_000),
                        new Upstream("p", null, List.of("pwd")));
        return new Taken(
                ADA,
                StreamId.of(StreamKind.IDENTITY, ADA.value()),
                Aal.AAL2,
                Colour.DARK_BLUE,
                1,
                2L,
                true,
                Instant.ofEpochSecond(1_700_000_000L, 123_456_000),
                proof,
                Map.of(new MethodId("totp"), "t", new MethodId("code"), "c"),
                List.of(new Device(new Sealed.Fresh(ADA, "here"), new Sealed.Fresh(ADA, "me"))),
                null);
    }

    private ObjectNode payload() {
        return codec.write(taken(), "e1", sealer).payload();
    }

    @Test
    void writesExactlyThisJson() {
        assertThat(payload().toString())
                .isEqualTo(
                        """
                        {"identity":"0199a1b2-0000-7000-8000-000000000001",\
                        "stream":"490199a1b2000070008000000000000001",\
                        "level":"aal2","colour":"dark_blue","count":1,"total":2,"last":true,\
                        "taken_at":1700000000123456,\
                        "proof":{"method":"oidc","aal":"aal1","channels":["a","b","c"],\
                        "lineage":"0199a1b2-0000-7000-8000-000000000002",\
                        "completed_at":1000002,"upstream":{"provider":"p","amr":["pwd"]}},\
                        "notes":{"code":"c","totp":"t"},\
                        "devices":[{\
                        "address":{"owner":"0199a1b2-0000-7000-8000-000000000001","key":1,\
                        "box":"ZGV2aWNlcy8wL2FkZHJlc3M9aGVyZQ"},\
                        "agent":{"owner":"0199a1b2-0000-7000-8000-000000000001","key":1,\
                        "box":"ZGV2aWNlcy8wL2FnZW50PW1l"}}]}\
                        """);
    }

    @Test
    void readsWhatItWroteAndKnowsThePlaceOfEverySealedValue() {
        Taken read = (Taken) codec.read("e1", SHAPE, payload());
        Device device = read.devices().getFirst();

        assertThat(read).usingRecursiveComparison().ignoringFields("devices").isEqualTo(taken());
        assertThat(((Sealed.Closed) device.address()).place())
                .isEqualTo(new Sealed.Place("e1", "sample.taken", 1, "devices/0/address"));
        assertThat(codec.write(read, "e1", sealer).payload()).isEqualTo(payload());
    }

    @Test
    void refusesToCopyASealedValueToAnotherPlace() {
        Object read = codec.read("e1", SHAPE, payload());

        assertThatThrownBy(() -> codec.write(read, "e2", sealer))
                .hasMessageContaining("seal it anew");
    }

    @Test
    void refusesATimeThatWouldLoseItsNanoseconds() {
        Taken t = taken();
        var fine =
                new Taken(
                        t.identity(),
                        t.stream(),
                        t.level(),
                        t.colour(),
                        1,
                        1,
                        true,
                        Instant.ofEpochSecond(1, 1),
                        t.proof(),
                        t.notes(),
                        List.of(),
                        null);

        assertThatThrownBy(() -> codec.write(fine, "e1", sealer))
                .hasMessageContaining("whole microseconds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "remark|5",
                "count|\"1\"",
                "count|1.0",
                "count|true",
                "count|null",
                "count|2147483648",
                "last|\"true\"",
                "last|1",
                "colour|\"DARK_BLUE\"",
                "colour|1",
                "colour|\"\"",
                "level|\"aal3\"",
                "identity|\"0199A1B2-0000-7000-8000-000000000001\"",
                "identity|\"1-1-1-1-1\"",
                "identity|7",
                "identity|null",
                "stream|\"58aa\"",
                "taken_at|\"1700000000123456\"",
                "taken_at|1.5",
                "devices|null",
                "devices|[null]",
                "devices|{}",
                "devices|\"\"",
                "notes|{\"x\":null}",
                "notes|{\"X\":\"not a method\"}",
                "notes|[]",
                "proof|{}",
                "proof|\"\"",
                "unknown|1"
            })
    void refusesWhatNoReleaseWrote(String property, String json) {
        ObjectNode changed = payload();
        changed.set(property, EventJson.mapper().readTree(json));

        assertThatThrownBy(() -> codec.read("e1", SHAPE, changed)).isInstanceOf(Undecodable.class);
    }

    @Test
    void readsAbsenceOnlyWhereTheRecordSaysNullable() {
        for (String name : List.copyOf(payload().propertyNames())) {
            ObjectNode changed = payload();
            changed.remove(name);
            assertThatThrownBy(() -> codec.read("e1", SHAPE, changed))
                    .as(name)
                    .isInstanceOf(Undecodable.class);
        }
        ObjectNode noAgent = payload();
        ((ObjectNode) noAgent.at("/devices/0")).remove("agent");
        assertThat(((Taken) codec.read("e1", SHAPE, noAgent)).devices().getFirst().agent())
                .isNull();
    }

    @Test
    void refusesUnknownNamesAndRevisions() {
        assertThatThrownBy(() -> codec.read("e1", new Shape("sample.lost", 1), payload()))
                .isInstanceOf(Undecodable.class);
        assertThatThrownBy(() -> codec.read("e1", new Shape("sample.taken", 2), payload()))
                .isInstanceOf(Undecodable.class);
    }

    @Test
    void refusesDuplicatePropertiesAndTrailingText() {
        assertThatThrownBy(() -> EventJson.mapper().readTree("{\"a\":1,\"a\":2}"))
                .hasMessageContaining("uplicate");
        assertThatThrownBy(() -> EventJson.mapper().readValue("{} {}", ObjectNode.class))
                .hasMessageContaining("railing");
    }

    @Test
    void writesAFreshValueOnlyIntoTheLog() {
        assertThatThrownBy(() -> EventJson.mapper().writeValueAsString(taken()))
                .hasMessageContaining("only by the log");
    }

    @Test
    void keepsThePlaceInDocuments() {
        Device device = ((Taken) codec.read("e1", SHAPE, payload())).devices().getFirst();

        String json = EventJson.mapper().writeValueAsString(device);

        assertThat(EventJson.mapper().readValue(json, Device.class)).isEqualTo(device);
    }
}
