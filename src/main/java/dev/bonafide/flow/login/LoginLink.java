package dev.bonafide.flow.login;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.IntoLogin.Offer;
import dev.bonafide.flow.login.LoginGuess.Chosen;
import dev.bonafide.http.Json;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Commands;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.MethodCommand.Acting;
import dev.bonafide.method.MethodCommand.ChangeCredential;
import dev.bonafide.method.MethodCommand.SettingsPolicy;
import dev.bonafide.session.SessionToken;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Binds to an account what was proven in a registration whose login identifiers were that account's
 * already, once its owner has logged in: the very thing that was proven, in the very flow that was
 * begun for it, to that owner alone (OI-07, CVE-2026-9087).
 *
 * <p>Binding needs what it needs in settings: where the owner can be asked for a second factor it
 * waits, for this session, until that was proven.
 */
final class LoginLink {
    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final String MEMORY = "link";

    private final Flows flows;
    private final FlowMemory memory;
    private final LoginFlows logins;
    private final Commands commands;
    private final Rules rules;

    LoginLink(Flows flows, FlowMemory memory, LoginFlows logins, Commands commands, Rules rules) {
        this.flows = flows;
        this.memory = memory;
        this.logins = logins;
        this.commands = commands;
        this.rules = rules;
    }

    /** What decides, and which sessions wait for a second factor, by the flow that they left. */
    record Rules(
            Setting<FlowSettings> settings,
            Caller caller,
            Clock clock,
            DocumentCollection waiting) {
        static Rules of(
                Setting<FlowSettings> settings, Caller caller, Clock clock, Documents documents) {
            return new Rules(
                    settings,
                    caller,
                    clock,
                    documents.collection(new CollectionShape("links-1", Set.of())));
        }
    }

    /** As it lies in the flow. */
    record Pending(String method, String proven, UUID owner, Instant until) {}

    /** The flow, whose login binds what is offered. */
    Flow keep(Flow flow, Offer offer) {
        Pending pending =
                new Pending(
                        offer.method().id().value(),
                        offer.proven(),
                        offer.owner().id().value(),
                        rules.clock().now().plus(LASTS));
        String text = Json.mapper().writeValueAsString(pending);
        return flows.update(
                flow, kept -> kept.remembering(MEMORY, memory.seal(kept, MEMORY, text)));
    }

    private Optional<Pending> of(Flow flow) {
        return Optional.ofNullable(memory.recall(flow, MEMORY))
                .map(text -> Json.mapper().readValue(text, Pending.class))
                .filter(pending -> rules.clock().now().isBefore(pending.until()));
    }

    /**
     * The evidence, which is worth nothing for anybody but the owner; told to who gave it alone.
     */
    Evidence ofOwner(Flow flow, IdentityId identity, Evidence evidence) {
        boolean stranger =
                of(flow).filter(pending -> !pending.owner().equals(identity.value())).isPresent();
        return stranger
                ? held ->
                        evidence.judge(held) instanceof Evidence.Rejected rejected
                                ? rejected
                                : new Evidence.Moot(
                                        FieldProblem.global(LoginMessages.linkedElsewhere()))
                : evidence;
    }

    /** After a login: binds what waits for it, in its flow or for its session. */
    void bind(Chosen chosen, LoginTarget target, IdentityId identity) {
        Flow flow = chosen.submission().flow();
        Flow asked = of(flow).isPresent() ? flow : waiting(target.session()).orElse(flow);
        of(asked)
                .filter(pending -> pending.owner().equals(identity.value()))
                .ifPresent(pending -> bind(chosen, target, identity, new Asked(asked, pending)));
    }

    private record Asked(Flow flow, Pending pending) {}

    private void bind(Chosen chosen, LoginTarget target, IdentityId identity, Asked asked) {
        try {
            for (AuthenticationMethod method : logins.methods()) {
                boolean meant = method.id().value().equals(asked.pending().method());
                if (meant && method.enabled() && method.registration().isPresent()) {
                    send(chosen, target, identity, intent(method, identity, asked.pending()));
                }
            }
            rules.waiting().delete(target.session().toString());
        } catch (Refused refused) {
            switch (refused.code()) {
                case "session.not-privileged" -> await(target.session(), asked);
                // Bound to somebody meanwhile: the login stands.
                case "identifier.taken" -> rules.waiting().delete(target.session().toString());
                default -> throw refused;
            }
        }
    }

    private @Nullable CredentialIntent intent(
            AuthenticationMethod method, IdentityId identity, Pending pending) {
        return method.registration()
                .orElseThrow()
                .link(pending.proven(), identity, rules.clock().now());
    }

    private void send(
            Chosen chosen,
            LoginTarget target,
            IdentityId identity,
            @Nullable CredentialIntent intent) {
        if (intent == null) {
            return;
        }
        String hash = SessionToken.parse(target.token()).orElseThrow().hash();
        Acting acting = new Acting(identity, target.session(), hash, null);
        commands.send(
                new ChangeCredential(acting, intent, policy(), rules.clock().now()),
                rules.caller()
                        .meta(
                                chosen.submission().visit().call(),
                                chosen.submission().flow().flowId(),
                                target.session(),
                                identity));
    }

    private void await(SessionId session, Asked asked) {
        Document document =
                Document.of(
                        session.toString(), asked.flow().id().toString(), asked.pending().until());
        rules.waiting().delete(session.toString());
        rules.waiting().insert(document);
    }

    private Optional<Flow> waiting(SessionId session) {
        return rules.waiting()
                .get(session.toString())
                .flatMap(document ->
                        flows.find(Flow.Kind.LOGIN, new FlowId(UUID.fromString(document.body()))));
    }

    private SettingsPolicy policy() {
        Set<MethodId> enabled =
                logins.methods().stream()
                        .filter(AuthenticationMethod::enabled)
                        .map(AuthenticationMethod::id)
                        .collect(Collectors.toUnmodifiableSet());
        Duration maxAge = rules.settings().get().settings().privilegedSessionMaxAge();
        return new SettingsPolicy(maxAge, enabled, false, false, false);
    }

    /** What the form says that a login is offered for. */
    static List<FieldProblem> said(Offer offer, String loginUrl) {
        return List.of(
                FieldProblem.global(
                        offer.method()
                                .registration()
                                .orElseThrow()
                                .linkOffer(offer.proven(), offer.identifier(), loginUrl)));
    }
}
