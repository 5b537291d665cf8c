package dev.bonafide.method.password;

import dev.bonafide.guard.Guard;
import dev.bonafide.guard.GuardEvent;
import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.guard.GuardState;
import dev.bonafide.guard.Lane;
import dev.bonafide.identity.Claim;
import dev.bonafide.identity.ClaimEvent;
import dev.bonafide.identity.Identifier;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.identity.IdentityState.Profile;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Command;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Recorded;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.LoginHandler;
import dev.bonafide.method.MethodCommand.Acting;
import dev.bonafide.method.MethodCommand.Change;
import dev.bonafide.method.MethodCommand.ChangeCredential;
import dev.bonafide.method.MethodCommand.CompleteAuthenticationMethod;
import dev.bonafide.method.MethodCommand.Completion;
import dev.bonafide.method.MethodCommand.Guessed;
import dev.bonafide.method.MethodCommand.NewSession;
import dev.bonafide.method.MethodCommand.Newcomer;
import dev.bonafide.method.MethodCommand.Onto;
import dev.bonafide.method.MethodCommand.RegisterIdentity;
import dev.bonafide.method.MethodCommand.SameSession;
import dev.bonafide.method.MethodCommand.SettingsPolicy;
import dev.bonafide.method.RegistrationHandler;
import dev.bonafide.method.RegistrationPart.Enrolment;
import dev.bonafide.method.SettingsHandler;
import dev.bonafide.method.Use;
import dev.bonafide.method.UseEvent;
import dev.bonafide.session.Device;
import dev.bonafide.session.Session;
import dev.bonafide.session.SessionEvent;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import dev.bonafide.vault.Opened;
import dev.bonafide.vault.Vault;
import dev.bonafide.vault.VaultKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** One node with log and vault, in memory. */
final class World implements AutoCloseable {
    final FakeClock clock = new FakeClock();
    final Entropy entropy = Entropy.system();
    private final MemoryStore store = new MemoryStore(clock);
    private final Vault vault =
            new Vault(
                    store.keys(),
                    VaultKeys.of(List.of("a key-encryption key of forty-two letters")),
                    entropy);
    private EventLog log = opened();

    /** Begins again over the same store, as after a crash. */
    void restart() {
        log.close();
        log = opened();
    }

    @Override
    public void close() {
        log.close();
    }

    <A> A send(Command<A> command) {
        return log.commands().send(command, Meta.system()).answer();
    }

    void register(IdentityId id, String hash) {
        Enrolment enrolment =
                new Enrolment(
                        List.of(
                                new PasswordEvent.PasswordSet(
                                        id, Ada.LINEAGE, new Sealed.Fresh(id, hash), clock.now())),
                        Evidence.Given.of(Aal.AAL1, PasswordState.CHANNEL, Ada.LINEAGE));
        Profile profile =
                new Profile(
                        "default",
                        new Sealed.Fresh(id, "{}"),
                        List.of(new Identifier("aa".repeat(32), Set.of(PasswordMethod.ID))));
        send(
                new RegisterIdentity(
                        flow(),
                        new Newcomer(id, profile),
                        PasswordMethod.ID,
                        enrolment,
                        null,
                        clock.now()));
    }

    /** Guesses in a flow of its own, for a new session. */
    Completion guess(MethodId method, Evidence evidence) {
        SessionId fresh = new SessionId(entropy.timeOrderedUuid(clock.now()));
        Device device = new Device(new UUID(1, 2), null);
        return complete(
                method,
                evidence,
                new NewSession(fresh, device, "token", clock.now().plus(Duration.ofDays(1))));
    }

    Completion stepUp(SessionId session, MethodId method, Evidence evidence) {
        return complete(
                method,
                evidence,
                new SameSession(session, "token", null, clock.now().plus(Duration.ofDays(1))));
    }

    /** Of one who has just logged in. */
    Change change(SessionId session, CredentialIntent intent) {
        return send(
                new ChangeCredential(
                        new Acting(Ada.ID, session, "token", null),
                        intent,
                        new SettingsPolicy(
                                Duration.ofMinutes(15),
                                Set.of(PasswordMethod.ID),
                                true,
                                true,
                                false),
                        clock.now()));
    }

    IdentityState.Registered ada() {
        return (IdentityState.Registered)
                log.folds().read(Identity.FOLD, Identity.stream(Ada.ID)).state();
    }

    GuardState guard(MethodId method) {
        return log.folds().read(Guard.FOLD, Guard.stream(Ada.ID, method)).state();
    }

    /** Names of the events of Ada's own stream. */
    List<String> story() {
        return recorded().stream().map(Recorded::name).toList();
    }

    List<Recorded> recorded() {
        return log.history().stream(Identity.stream(Ada.ID), log.position());
    }

    Optional<String> open(Sealed sealed) {
        return vault.open(sealed) instanceof Opened.Text text
                ? Optional.of(text.text())
                : Optional.empty();
    }

    void destroyKeyOf(IdentityId id) {
        vault.erase(id);
    }

    int eventsOfLastCommit() {
        return store.log().last().orElseThrow().keys().size();
    }

    Instant now() {
        return clock.now();
    }

    private Completion complete(MethodId method, Evidence evidence, Onto onto) {
        return send(
                new CompleteAuthenticationMethod(
                        flow(),
                        new Guessed(Ada.ID, method, GuardPolicy.FIRST_FACTOR, Lane.STRANGER),
                        onto,
                        evidence,
                        clock.now()));
    }

    private FlowId flow() {
        return new FlowId(entropy.uuid());
    }

    private EventLog opened() {
        EventLog opened =
                EventLog.open(
                        store,
                        new EventLog.Node(clock, entropy, vault, 1),
                        new EventLog.Model(
                                List.of(World::events, new PasswordEvents()),
                                List.of(),
                                List.of(
                                        Use.TYPE,
                                        Claim.TYPE,
                                        Guard.TYPE,
                                        Identity.TYPE,
                                        Session.TYPE)),
                        EventLog.Settings.defaults());
        opened.start(
                List.of(
                        new LoginHandler(opened.aggregates()),
                        new RegistrationHandler(opened.aggregates()),
                        new SettingsHandler(opened.aggregates(), opened.folds())),
                List.of());
        return opened;
    }

    private static List<Class<?>> events() {
        return Stream.of(
                        UseEvent.class,
                        ClaimEvent.class,
                        GuardEvent.class,
                        IdentityEvent.class,
                        SessionEvent.class)
                .<Class<?>>flatMap(World::records)
                .toList();
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(World::records)
                : Stream.of(family);
    }
}
