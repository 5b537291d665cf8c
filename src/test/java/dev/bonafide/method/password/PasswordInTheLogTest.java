package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.guard.GuardState;
import dev.bonafide.guard.Lane;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Recorded;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.MethodCommand.Change;
import dev.bonafide.method.MethodCommand.Completion;
import dev.bonafide.method.MethodCommand.Completion.Completed;
import dev.bonafide.method.MethodCommand.Completion.Waiting;
import dev.bonafide.method.MethodCommand.Completion.Wrong;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Guesses judged in the real log: the guard, the hash and the session in one commit, or nothing.
 */
class PasswordInTheLogTest {
    private static final MethodId ID = PasswordMethod.ID;
    private static final MethodId OTHER = new MethodId("other");

    private static final String BCRYPT =
            "$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe";

    private final HashPool pool = new HashPool(2, 64);
    private final PasswordHasher hasher = new PasswordHasher(pool, Ada.CHEAP, Ada.entropy(1));
    private final World world = new World();
    private final PasswordVerifier verifier = new PasswordVerifier(hasher, world::open);

    @AfterEach
    void end() {
        world.close();
        pool.close();
    }

    @Test
    void storesTheHashSealedUnderItsOwnersKey() {
        registered();

        Sealed hash = held().hash();
        assertThat(hash).isInstanceOf(Sealed.Closed.class);
        assertThat(world.open(hash).orElseThrow()).startsWith("$argon2id$");

        world.destroyKeyOf(Ada.ID);

        assertThat(world.open(hash)).isEmpty();
        assertThat(guess("right")).isInstanceOf(Wrong.class);
    }

    @Test
    void logsInWithoutAnEventOfTheIdentityOrTheGuard() {
        registered();

        assertThat(guess("right")).isInstanceOf(Completed.class);

        assertThat(world.story()).containsExactly("identity.registered", "password.set");
        assertThat(world.guard(ID)).isEqualTo(GuardState.CLEAR);
    }

    @Test
    void pw08RenewsABcryptHashInTheCommitOfTheLogin() {
        world.register(Ada.ID, BCRYPT);

        assertThat(guess("b")).isInstanceOf(Wrong.class);
        assertThat(world.story()).doesNotContain("password.rehashed");
        assertThat(guess("a")).isInstanceOf(Completed.class);

        assertThat(world.story()).endsWith("password.rehashed");
        // use, guard's reset, hash, session's start, proof and token
        assertThat(world.eventsOfLastCommit()).isEqualTo(6);
        assertThat(world.open(held().hash()).orElseThrow()).startsWith("$argon2id$");
        assertThat(guess("a")).isInstanceOf(Completed.class);
        assertThat(world.story()).filteredOn("password.rehashed"::equals).hasSize(1);
    }

    @Test
    void twoRightLoginsAtOnceBothSucceedAndRenewOnce() {
        world.register(Ada.ID, BCRYPT);
        Evidence one = weigh("a");
        Evidence other = weigh("a");

        assertThat(world.guess(ID, one)).isInstanceOf(Completed.class);
        assertThat(world.guess(ID, other)).isInstanceOf(Completed.class);

        assertThat(world.story()).filteredOn("password.rehashed"::equals).hasSize(1);
    }

    @Test
    void aLoginNeverStandsOnAPasswordThatWasChangedMeanwhile() {
        registered();
        Evidence before = weigh("right");
        SessionId session = ((Completed) guess("right")).session();
        assertThat(change(session, "next")).isEqualTo(new Change.Done());

        assertThat(world.guess(ID, before)).isEqualTo(new Wrong(PasswordEvidence.WRONG, null));

        assertThat(world.guard(ID)).isEqualTo(GuardState.CLEAR);
        assertThat(world.story()).endsWith("password.changed");
        assertThat(guess("right")).isInstanceOf(Wrong.class);
        assertThat(guess("next")).isInstanceOf(Completed.class);
    }

    @Test
    void th03RightAndWrongAreAnsweredAlikeWhileWaitingAndNothingIsWritten() {
        registered();
        wrong(6);
        GuardState before = world.guard(ID);

        Completion right = guess("right");
        Completion wrong = guess("wrong");

        assertThat(right).isEqualTo(wrong).isEqualTo(new Waiting(world.now().plusSeconds(1)));
        assertThat(world.guard(ID)).isEqualTo(before);
    }

    @Test
    void th05ARestartAndANewFlowLeaveTheCount() {
        registered();
        wrong(5);
        world.restart();
        wrong(1);

        assertThat(guess("right")).isInstanceOf(Waiting.class);
        world.restart();
        assertThat(guess("right")).isInstanceOf(Waiting.class);
        world.clock.advance(Duration.ofSeconds(1));
        assertThat(guess("right")).isInstanceOf(Completed.class);
    }

    @Test
    void th07ASuccessResetsTheGuardOfItsOwnMethodAlone() {
        registered();
        wrong(3);
        Evidence bad = held -> new Evidence.Rejected(PasswordEvidence.WRONG);
        world.guess(OTHER, bad);
        world.guess(OTHER, bad);

        SessionId session = ((Completed) guess("right")).session();

        assertThat(world.guard(ID)).isEqualTo(GuardState.CLEAR);
        assertThat(world.guard(OTHER).failures()).isEqualTo(2);
        Evidence good =
                held ->
                        new Evidence.Accepted(
                                List.of(),
                                Evidence.Given.of(Aal.AAL2, new Channel("x"), Ada.LINEAGE));
        wrong(1);
        world.stepUp(session, OTHER, good);
        assertThat(world.guard(OTHER)).isEqualTo(GuardState.CLEAR);
        assertThat(world.guard(ID).failures()).isEqualTo(1);
    }

    /** As many as were written, and no more than are free before the first wait, and that one. */
    @Test
    void ofManyGuessesAtOnceOnlyThoseCountThatWereEvaluated() throws Exception {
        registered();
        Evidence wrong = weigh("wrong");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Completion>> guesses =
                    IntStream.range(0, 40)
                            .mapToObj(i -> callers.submit(() -> world.guess(ID, wrong)))
                            .toList();
            int evaluated = 0;
            for (Future<Completion> guess : guesses) {
                evaluated += guess.get() instanceof Wrong ? 1 : 0;
            }
            assertThat(world.guard(ID).in(Lane.STRANGER).failures()).isEqualTo(evaluated);
            assertThat(evaluated).isBetween(1, 6);
        }
    }

    @Test
    void changesInOneCommitAndKeepsTheLineage() {
        registered();
        SessionId session = ((Completed) guess("right")).session();

        change(session, "next");

        assertThat(held().lineage()).isEqualTo(Ada.LINEAGE);
        assertThat(held().version()).isEqualTo(1);
        Recorded changed = world.recorded().getLast();
        assertThat(changed.name()).isEqualTo("password.changed");
        assertThat(((Sealed.Closed) held().hash()).place())
                .isEqualTo(new Sealed.Place(changed.id(), "password.changed", 1, "hash"));
    }

    @Test
    void refusesTheOldPasswordAndWritesNothing() {
        registered();
        SessionId session = ((Completed) guess("right")).session();

        assertThat(change(session, "right")).isInstanceOf(Change.Impossible.class);
        assertThat(world.story()).containsExactly("identity.registered", "password.set");
    }

    private void registered() {
        world.register(Ada.ID, hasher.hash(Ada.typed("right")));
    }

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(guess("wrong")).isInstanceOf(Wrong.class);
        }
    }

    private Completion guess(String password) {
        return world.guess(ID, weigh(password));
    }

    private Evidence weigh(String password) {
        return verifier.weigh(Optional.of(person()), Ada.typed(password), world.now());
    }

    private Change change(SessionId session, String password) {
        PasswordState held = held();
        PasswordState same = verifier.same(held, Ada.typed(password)) ? held : null;
        String hash = hasher.hash(Ada.typed(password));
        return world.change(
                session, new SetPassword(Ada.ID, hash, same, Ada.lineage(9), world.now()));
    }

    private Person person() {
        return new Person(world.ada(), Ada.traits(Ada.MAIL), Map.of(ID, List.of(Ada.MAIL)), null);
    }

    private PasswordState held() {
        return (PasswordState) Objects.requireNonNull(world.ada().credential(ID));
    }
}
