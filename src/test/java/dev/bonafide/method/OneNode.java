package dev.bonafide.method;

import dev.bonafide.guard.Guard;
import dev.bonafide.guard.GuardEvents;
import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.guard.Lane;
import dev.bonafide.identity.Claim;
import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityEvents;
import dev.bonafide.identity.IdentityState.Profile;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Command;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.EventTypes;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Recorded;
import dev.bonafide.method.MethodCommand.Acting;
import dev.bonafide.method.MethodCommand.Change;
import dev.bonafide.method.MethodCommand.ChangeCredential;
import dev.bonafide.method.MethodCommand.CompleteAuthenticationMethod;
import dev.bonafide.method.MethodCommand.Completion;
import dev.bonafide.method.MethodCommand.Guessed;
import dev.bonafide.method.MethodCommand.NewSession;
import dev.bonafide.method.MethodCommand.Newcomer;
import dev.bonafide.method.MethodCommand.RegisterIdentity;
import dev.bonafide.method.MethodCommand.SameSession;
import dev.bonafide.method.MethodCommand.SettingsPolicy;
import dev.bonafide.session.Device;
import dev.bonafide.session.Session;
import dev.bonafide.session.SessionEvents;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A log in memory under the real handlers, in which somebody holds a credential and is logged in
 * with a first factor: for races that only the append can decide.
 */
public final class OneNode implements AutoCloseable {
    private static final Entropy ENTROPY = Entropy.system();
    private static final String TOKEN = "00";

    private final EventLog log;
    private final IdentityId person;
    private final Instant now;
    private final SessionId session = new SessionId(ENTROPY.uuid());

    /**
     * Registers the person of the event.
     *
     * @param own the events of the method
     * @param enrolled how the credential came to be
     */
    public OneNode(EventTypes own, CredentialEvent enrolled, Lineage lineage) {
        person = enrolled.identity();
        now = enrolled.at();
        log = open(own);
        log.start(
                List.of(
                        new RegistrationHandler(log.aggregates()),
                        new LoginHandler(log.aggregates()),
                        new SettingsHandler(log.aggregates(), log.folds())),
                List.of());
        Profile profile = new Profile("default", new Sealed.Fresh(person, "{}"), List.of());
        Evidence.Given first = Evidence.Given.of(Aal.AAL1, new Channel("first"), lineage);
        NewSession login =
                new NewSession(
                        session,
                        new Device(ENTROPY.uuid(), null),
                        TOKEN,
                        now.plus(Duration.ofDays(1)));
        send(
                new RegisterIdentity(
                        flow(),
                        new Newcomer(person, profile),
                        enrolled.method(),
                        new RegistrationPart.Enrolment(List.of(enrolled), first),
                        login,
                        now));
    }

    /** Judges a guess in a flow of its own. */
    public Completion guess(MethodId method, Evidence evidence) {
        Guessed guessed = new Guessed(person, method, GuardPolicy.SECOND_FACTOR, Lane.KNOWN);
        SameSession same = new SameSession(session, TOKEN, null, now.plus(Duration.ofDays(1)));
        return send(new CompleteAuthenticationMethod(flow(), guessed, same, evidence, now));
    }

    /** Changes the credential, in a privileged session. */
    public Change change(CredentialIntent intent) {
        SettingsPolicy lenient =
                new SettingsPolicy(Duration.ofHours(1), Set.of(), false, false, false);
        return send(
                new ChangeCredential(
                        new Acting(person, session, TOKEN, null), intent, lenient, now));
    }

    /** What stands in the identity's stream. */
    public List<Object> events() {
        return log.history().stream(Identity.stream(person), log.position()).stream()
                .<Object>map(Recorded::event)
                .toList();
    }

    /** Runs all of these at once; answers in their order. */
    public static <T> List<T> together(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = threads.invokeAll(tasks);
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    @Override
    public void close() {
        log.close();
    }

    private <A> A send(Command<A> command) {
        return log.commands().send(command, Meta.system()).answer();
    }

    private static FlowId flow() {
        return new FlowId(ENTROPY.uuid());
    }

    private static EventLog open(EventTypes own) {
        FakeClock clock = new FakeClock();
        List<EventTypes> events =
                List.of(
                        own,
                        new IdentityEvents(),
                        new SessionEvents(),
                        new GuardEvents(),
                        new UseEvents());
        return EventLog.open(
                new MemoryStore(clock),
                new EventLog.Node(clock, ENTROPY, OneNode::sealed, 1),
                new EventLog.Model(
                        events,
                        List.of(),
                        List.of(Identity.TYPE, Claim.TYPE, Session.TYPE, Guard.TYPE, Use.TYPE)),
                new EventLog.Settings(Duration.ofSeconds(30), Duration.ofMillis(20), 1_000));
    }

    private static Sealed.Closed sealed(Sealed.Fresh value, Sealed.Place place) {
        byte[] text = value.text().getBytes(StandardCharsets.UTF_8);
        return new Sealed.Closed(value.owner(), 1, place, text);
    }
}
