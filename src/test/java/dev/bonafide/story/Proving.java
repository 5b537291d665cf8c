package dev.bonafide.story;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.guard.Lane;
import dev.bonafide.identity.Factor;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityDecisions;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Folds;
import dev.bonafide.log.Meta;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.MethodCommand.CompleteAuthenticationMethod;
import dev.bonafide.method.MethodCommand.Completion;
import dev.bonafide.method.MethodCommand.Guessed;
import dev.bonafide.method.MethodCommand.NewSession;
import dev.bonafide.method.MethodCommand.Onto;
import dev.bonafide.method.MethodCommand.SameSession;
import dev.bonafide.session.Device;
import dev.bonafide.session.SessionToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Begins sessions and adds proofs by the command that logins send, so that a test says what was
 * proven and when, also by what has no flow yet.
 */
final class Proving {
    /** By which an account is recovered, over a mailbox. */
    static final String RECOVERY = "code_recovery";

    private static final Entropy ENTROPY = Entropy.system();

    private final TestServer server;

    Proving(TestServer server) {
        this.server = server;
    }

    /** A new session, proven by this. */
    SessionToken begin(IdentityId identity, String method) {
        SessionId id = new SessionId(ENTROPY.timeOrderedUuid(now()));
        SessionToken token = SessionToken.issue(id, ENTROPY);
        Device device = new Device(ENTROPY.uuid(), null);
        complete(identity, method, new NewSession(id, device, token.hash(), end()));
        return token;
    }

    /** One more proof. */
    void further(IdentityId identity, String method, SessionToken token) {
        complete(identity, method, onto(token, null));
    }

    /** One more proof, by which the token is replaced; returns the new one. */
    SessionToken replacing(IdentityId identity, String method, SessionToken token) {
        SessionToken next = SessionToken.issue(token.session(), ENTROPY);
        complete(identity, method, onto(token, next.hash()));
        return next;
    }

    /** When a session that was proven now ends. */
    Instant end() {
        return now().plus(Duration.ofHours(24));
    }

    private SameSession onto(SessionToken token, @Nullable String replacement) {
        return new SameSession(token.session(), token.hash(), replacement, end());
    }

    private void complete(IdentityId identity, String method, Onto onto) {
        Evidence.Given given = given(identity, method);
        var command =
                new CompleteAuthenticationMethod(
                        new FlowId(ENTROPY.uuid()),
                        new Guessed(
                                identity,
                                new MethodId(method),
                                GuardPolicy.FIRST_FACTOR,
                                Lane.STRANGER),
                        onto,
                        held -> new Evidence.Accepted(List.of(), given),
                        now());
        Completion done = server.bean(Commands.class).send(command, Meta.system()).answer();
        if (!(done instanceof Completion.Completed)) {
            throw new AssertionError(done);
        }
    }

    /** A recovery rests on the lineage of the password: addresses have none yet. */
    private Evidence.Given given(IdentityId identity, String method) {
        boolean recovery = method.equals(RECOVERY);
        String held = recovery ? "password" : method;
        Factor factor =
                factors(identity).stream()
                        .filter(each -> each.method().value().equals(held))
                        .findFirst()
                        .orElseThrow();
        return recovery
                ? Evidence.Given.of(Aal.AAL1, new Channel("mailbox"), factor.lineage())
                : new Evidence.Given(factor.aal(), factor.channels(), factor.lineage(), null);
    }

    private List<Factor> factors(IdentityId identity) {
        return IdentityDecisions.known(
                        server.bean(Folds.class)
                                .read(Identity.FOLD, Identity.stream(identity))
                                .state())
                .factors();
    }

    private Instant now() {
        return server.clock().now();
    }
}
