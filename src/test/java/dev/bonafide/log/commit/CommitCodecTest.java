package dev.bonafide.log.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.event.EventCodec;
import dev.bonafide.log.event.Undecodable;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.Note;
import dev.bonafide.log.example.NoteEvent;
import dev.bonafide.log.example.Tally;
import dev.bonafide.log.example.TallyEvent.Raised;
import dev.bonafide.store.Commit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitCodecTest {
    private static final IdentityId ADA = new IdentityId(new UUID(0, 7));
    private static final Meta META =
            new Meta(
                    "person", "r", null, new SessionId(new UUID(0, 9)), new Sealed.Fresh(ADA, "x"));

    private final CommitCodec codec =
            new CommitCodec(
                    new EventCodec(List.of(Example.EVENTS), List.of()),
                    byte[]::new,
                    Example.SEALER);

    private Draft draft() {
        return codec.draft(
                List.of(
                        new NewEvent(Tally.stream(1), 3, new Raised(2)),
                        new NewEvent(
                                Note.stream(1),
                                0,
                                new NoteEvent.Written(new Sealed.Fresh(ADA, "hi"), 5))),
                List.of(new Read(Tally.stream(1), 2, 9), new Read(Note.stream(1), -1, 9)),
                META);
    }

    private static Commit link(Draft draft) {
        return Chain.link(new Head(9, new byte[32], 0), draft, new byte[16], 1_500_000);
    }

    @Test
    void writesExactlyThisBody() {
        assertThat(new String(draft().body(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"events":[\
                        {"id":"00000000-0000-4000-8000-000000000000",\
                        "aggregate":"4700000000000000000000000000000001","type":"guard",\
                        "seq":3,"name":"tally.raised","rev":1,"payload":{"by":2}},\
                        {"id":"00000000-0000-4000-8000-000000000000",\
                        "aggregate":"4900000000000000000000000000000001","type":"identity",\
                        "seq":0,"name":"note.written","rev":1,"payload":{\
                        "text":{"owner":"00000000-0000-0000-0000-000000000007","key":1,\
                        "box":"aGk"},"tally":5}}],\
                        "meta":{"actor":"person","request":"r",\
                        "session":"00000000-0000-0000-0000-000000000009",\
                        "client":{"owner":"00000000-0000-0000-0000-000000000007","key":1,\
                        "box":"eA"}}}\
                        """);
    }

    @Test
    void readsBackWhatItWrote() {
        Recorded second = codec.open(link(draft())).event(1);

        assertThat(second.stream()).isEqualTo(Note.stream(1));
        assertThat(second.sequence()).isEqualTo(0);
        assertThat(second.position()).isEqualTo(11);
        assertThat(second.at()).isEqualTo(Instant.ofEpochSecond(1, 500_000_000));
        assertThat(second.name()).isEqualTo("note.written");
        assertThat(second.meta().client())
                .isEqualTo(
                        new Sealed.Closed(
                                ADA,
                                1,
                                new Sealed.Place(second.id(), "meta", 1, "client"),
                                "x".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesACommitThatIsTooLarge() {
        List<NewEvent> many =
                IntStream.range(0, 1_001)
                        .mapToObj(i -> new NewEvent(Tally.stream(1), i, new Raised(1)))
                        .toList();
        var large = new NoteEvent.Written(new Sealed.Fresh(ADA, "x".repeat(1 << 20)), 1);

        assertThatThrownBy(() -> codec.draft(many, List.of(), Meta.system()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        codec.draft(
                                List.of(new NewEvent(Note.stream(1), 0, large)),
                                List.of(),
                                Meta.system()))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"-1,1", "0,0", "3,5"})
    void refusesEventsThatDoNotFollowWhatWasRead(long read, long written) {
        assertThatThrownBy(() ->
                        codec.draft(
                                List.of(new NewEvent(Tally.stream(1), written, new Raised(1))),
                                List.of(new Read(Tally.stream(1), read, 0)),
                                Meta.system()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesEventsOfAStreamThatWasNotRead() {
        assertThatThrownBy(() ->
                        codec.draft(
                                List.of(new NewEvent(Tally.stream(1), 0, new Raised(1))),
                                List.of(),
                                Meta.system()))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seq\":3|\"seq\":4",
                "\"type\":\"guard\"|\"type\":\"session\"",
                "\"rev\":1|\"rev\":\"1\"",
                "\"rev\":1|\"extra\":1,\"rev\":1",
                "\"meta\":{|\"meta\":1,\"x\":{"
            })
    void refusesABodyOfAnotherShapeOrBesideItsKeys(String part, String changed) {
        Draft draft = draft();
        String body =
                new String(draft.body(), StandardCharsets.UTF_8)
                        .replaceFirst(part.replace("{", "\\{"), changed);
        Commit bad =
                link(
                        Draft.of(
                                draft.id(),
                                draft.reads(),
                                draft.keys(),
                                body.getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> codec.open(bad).event(0)).isInstanceOf(Undecodable.class);
        assertThat(Envelopes.fault(bad)).isPresent();
        assertThat(Envelopes.fault(link(draft))).isEmpty();
    }
}
