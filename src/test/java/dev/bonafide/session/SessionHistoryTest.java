package dev.bonafide.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.Credentials.Gained;
import dev.bonafide.identity.Credentials.Lost;
import dev.bonafide.identity.IdentityDecisions;
import dev.bonafide.identity.IdentityEvent.Cause;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.identity.Somebody;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random lives of a session and its identity: what is read back is what was live; the level is
 * never above what its proofs gave; no token gains after it was replaced; what is over stays over.
 */
class SessionHistoryTest {
    private static final Kind[] KINDS = Kind.values();

    private final List<SessionEvent> events = new ArrayList<>();
    private SessionState session = new SessionState.None();
    private IdentityState identity = new IdentityState.None();
    private Instant now = Somebody.START;
    private boolean over;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void replayIsLiveAndRulesHold(long seed) {
        Random random = new Random(seed);
        for (int life = 0; life < 40; life++) {
            begin();
            for (int step = 0; step < 40; step++) {
                now = now.plusSeconds(1);
                step(random);
                assertThat(Login.after(events)).isEqualTo(session);
                check();
            }
        }
    }

    private void begin() {
        events.clear();
        now = Somebody.START;
        over = false;
        session = new SessionState.None();
        identity = Somebody.holding(Kind.P.factor(), Kind.T.factor(), Kind.O2.factor());
        record(SessionDecisions.start(Login.started(0), Kind.P.proof(), "token 0"));
    }

    private void step(Random random) {
        Kind kind = KINDS[random.nextInt(KINDS.length)];
        Optional<Standing> standing = Standing.of(session, identity, now);
        switch (random.nextInt(24)) {
            case 0 -> record(SessionDecisions.revoke(session, SessionEvent.Cause.OWNER, now));
            case 1 -> identity = end(Cause.OWNER);
            case 2 -> standing.ifPresent(this::endOthers);
            case 3, 4 -> identity = identity.evolve(lost(kind));
            case 5, 6 -> standing.ifPresent(own -> removeOwn(own, kind));
            case 7, 8, 9, 10 -> identity = identity.evolve(gained(kind));
            case 11, 12 -> standing.ifPresent(own -> prove(own, kind, "token " + now));
            default -> standing.ifPresent(own -> prove(own, kind, null));
        }
    }

    private void prove(Standing own, Kind kind, @Nullable String token) {
        if (own.identity().lineages().contains(kind.lineage())) {
            Proof proof = kind.after(Duration.between(Somebody.START, now));
            record(SessionDecisions.prove(own.session(), proof, now.plusSeconds(3_600), token));
        }
    }

    private void endOthers(Standing own) {
        Registered ended = end(Cause.CREDENTIAL_CHANGED);
        identity = ended;
        record(SessionDecisions.keep(own.session(), ended.epoch(), now));
    }

    private void removeOwn(Standing own, Kind kind) {
        identity = identity.evolve(lost(kind));
        record(SessionDecisions.keepProofs(own.session(), Set.of(kind.lineage()), now));
    }

    private Registered end(Cause cause) {
        Registered somebody = IdentityDecisions.known(identity);
        return Somebody.then(somebody, IdentityDecisions.endSessions(somebody, cause, now));
    }

    private Lost lost(Kind kind) {
        return new Lost(Somebody.ID, kind.method(), now);
    }

    private Gained gained(Kind kind) {
        return new Gained(Somebody.ID, kind.method(), List.of(kind.factor()), now);
    }

    private void record(List<SessionEvent> decided) {
        for (SessionEvent event : decided) {
            session = session.evolve(event);
            events.add(event);
        }
    }

    private void check() {
        SessionState.Started started = (SessionState.Started) session;
        Optional<Standing> standing = Standing.of(session, identity, now);
        over = over || started.revoked() || started.epoch() < ((Registered) identity).epoch();
        assertThat(over && standing.isPresent()).isFalse();
        assertThat(started.tokens()).filteredOn(token -> token.supersededAt() == null).hasSize(1);
        assertThat(started.tokens().getLast().supersededAt()).isNull();
        standing.ifPresent(this::checkLevels);
    }

    private void checkLevels(Standing own) {
        Aal given = Assurance.of(own.session().proofs());
        assertThat(given.atLeast(own.aal())).isTrue();
        assertThat(own.aal().atLeast(Aal.AAL1)).isTrue();
        own.session().tokens().stream()
                .filter(token -> token.supersededAt() != null)
                .forEach(old -> checkOld(own, old));
    }

    /** It reads what was proven strictly before it was replaced, and no more. */
    private static void checkOld(Standing own, SessionState.Token old) {
        Instant replaced = Objects.requireNonNull(old.supersededAt());
        Standing read = own.asOf(old.proofsThen());
        assertThat(own.aal().atLeast(read.aal())).isTrue();
        assertThat(read.counting()).allMatch(proof -> proof.completedAt().isBefore(replaced));
    }
}
