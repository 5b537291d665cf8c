package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.log.Upcaster.Shape;
import dev.bonafide.log.event.EventCodec;
import dev.bonafide.method.password.PasswordEvent.PasswordChanged;
import dev.bonafide.method.password.PasswordEvent.PasswordRehashed;
import dev.bonafide.method.password.PasswordEvent.PasswordRemoved;
import dev.bonafide.method.password.PasswordEvent.PasswordSet;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The golden files: what is written today, and what is read for ever. */
class PasswordEventsTest {
    private static final IdentityId ADA = IdentityId.of("01990000-0000-7000-8000-00000000ada0");
    private static final Lineage LINEAGE = Lineage.of("5ea1ed00-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00.123456Z");
    private static final String EVENT = "0199aaaa-0000-7000-8000-000000000001";

    private final EventCodec codec = new EventCodec(List.of(new PasswordEvents()), List.of());

    static Stream<PasswordEvent> today() {
        return Stream.of(
                new PasswordSet(ADA, LINEAGE, closed("password.set"), AT),
                new PasswordEvent.PasswordImported(ADA, LINEAGE, closed("password.imported"), AT),
                new PasswordChanged(ADA, LINEAGE, closed("password.changed"), AT),
                new PasswordRehashed(ADA, LINEAGE, closed("password.rehashed"), AT),
                new PasswordRemoved(ADA, LINEAGE, AT));
    }

    @ParameterizedTest
    @MethodSource("today")
    void writesItsGoldenFileAndReadsItBack(PasswordEvent event) throws IOException {
        EventCodec.Written written = codec.write(event, EVENT, unused());

        assertThat(written.shape().revision()).isEqualTo(1);
        assertThat(written.payload()).isEqualTo(golden(written.shape()));
        assertThat(codec.read(EVENT, written.shape(), golden(written.shape()))).isEqualTo(event);
    }

    @Test
    void namesEveryEventOfTheFamily() {
        assertThat(new PasswordEvents().events())
                .containsExactlyInAnyOrder(PasswordEvent.class.getPermittedSubclasses());
    }

    @Test
    void storesTheHashSealed() {
        PasswordSet set = new PasswordSet(ADA, LINEAGE, new Sealed.Fresh(ADA, "$argon2id$"), AT);

        ObjectNode payload =
                codec.write(set, EVENT, (fresh, place) -> closed(place.name())).payload();

        assertThat(payload.toString()).doesNotContain("argon2");
        assertThat(set.toString()).doesNotContain("argon2");
    }

    private static Sealed.Closed closed(String name) {
        byte[] box = {0, 1, 2, 3, (byte) 0xfb, (byte) 0xff};
        return new Sealed.Closed(ADA, 1, new Sealed.Place(EVENT, name, 1, "hash"), box);
    }

    private static Sealer unused() {
        return (fresh, place) -> {
            throw new AssertionError("nothing is fresh");
        };
    }

    private static ObjectNode golden(Shape shape) throws IOException {
        String file = "/golden/" + shape.name() + "." + shape.revision() + ".json";
        try (InputStream in = PasswordEventsTest.class.getResourceAsStream(file)) {
            return (ObjectNode) new JsonMapper().readTree(Objects.requireNonNull(in, file));
        }
    }
}
