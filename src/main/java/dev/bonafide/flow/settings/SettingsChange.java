package dev.bonafide.flow.settings;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.Traits;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Folds;
import dev.bonafide.log.Meta;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Messages;
import dev.bonafide.method.MethodCommand.Acting;
import dev.bonafide.method.MethodCommand.Change;
import dev.bonafide.method.MethodCommand.ChangeCredential;
import dev.bonafide.method.MethodCommand.ChangeTraits;
import dev.bonafide.method.MethodCommand.SettingsPolicy;
import dev.bonafide.method.SettingsPart;
import dev.bonafide.session.Offers;
import dev.bonafide.session.Presented;
import dev.bonafide.session.Privilege;
import dev.bonafide.session.Recovered;
import dev.bonafide.session.Session;
import dev.bonafide.session.SessionToken;
import dev.bonafide.session.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Sends what somebody wants changed; an empty list of problems means that it is done. */
final class SettingsChange {
    private final Caller caller;
    private final Traits traits;
    private final Rules rules;
    private final State state;

    SettingsChange(Caller caller, Traits traits, Rules rules, State state) {
        this.caller = caller;
        this.traits = traits;
        this.rules = rules;
        this.state = state;
    }

    /**
     * What is configured.
     *
     * @param enabled the methods that are switched on
     * @param endOthers whether replacing a first factor ends the other sessions
     */
    record Rules(
            Setting<FlowSettings> settings,
            Offers offers,
            Supplier<Set<MethodId>> enabled,
            Setting<Boolean> endOthers) {}

    /** What is true now, and how it is changed. */
    record State(Commands commands, Folds folds, Directory directory, Clock clock) {}

    /** The person as they are after whatever was sent. */
    Person person(Submission submission) {
        return state.directory()
                .byId(submission.person().id())
                .orElseThrow(SettingsProblems::notLoggedIn);
    }

    /** All but setting a way to log in, until a recovered session has proven something else. */
    void requireMoreThanRecovery(Submission submission, boolean restores) {
        if (!restores && Recovered.is(submission.session().standing())) {
            throw refreshRequired(submission, Aal.AAL1);
        }
    }

    /** Checked again by the commit; here it spares slow work and names what is missing. */
    void requirePrivilege(Submission submission, boolean firstFactorToo) {
        Standing standing = submission.session().standing();
        Instant now = state.clock().now();
        if (privilege(standing, now) instanceof Privilege.Missing(Aal missing)) {
            throw refreshRequired(submission, missing);
        }
        if (firstFactorToo && !Privilege.freshFirst(standing, maxAge(), now)) {
            throw refreshRequired(submission, Aal.AAL1);
        }
    }

    private Privilege privilege(Standing standing, Instant now) {
        return Privilege.of(standing, rules.offers().of(standing), maxAge(), now);
    }

    /** {@code restores}: whether the change does no more than set a way to log in. */
    List<FieldProblem> credential(
            Submission submission, SettingsPart.Change wanted, boolean restores) {
        CredentialIntent intent = wanted.intent().get();
        ChangeCredential command =
                new ChangeCredential(
                        acting(submission),
                        intent,
                        policy(wanted.firstFactorToo(), restores),
                        state.clock().now());
        try {
            return switch (state.commands().send(command, meta(submission)).answer()) {
                case Change.Done done -> List.of();
                case Change.Impossible impossible -> List.of(impossible.problem());
            };
        } catch (Refused refused) {
            return List.of(
                    refused.code().equals("identifier.taken")
                            ? intent.taken()
                            : told(submission, refused));
        }
    }

    List<FieldProblem> profile(Submission submission, ObjectNode wanted) {
        List<FieldProblem> problems = traits.problems(wanted);
        Person person = submission.person();
        if (!problems.isEmpty() || wanted.equals(person.traits())) {
            return problems;
        }
        boolean sensitive = traits.sensitive(person.traits(), wanted);
        if (sensitive) {
            requirePrivilege(submission, false);
        }
        ChangeTraits command =
                new ChangeTraits(
                        acting(submission),
                        traits.profile(person.id(), wanted),
                        sensitive ? policy(false, false) : null,
                        state.clock().now());
        try {
            state.commands().send(command, meta(submission));
            return List.of();
        } catch (Refused refused) {
            return List.of(told(submission, refused));
        }
    }

    /** How far into the log the identity reaches now. */
    long position(Submission submission) {
        return state.folds()
                .read(Identity.FOLD, Identity.stream(submission.person().id()))
                .position();
    }

    private FieldProblem told(Submission submission, Refused refused) {
        return switch (refused.code()) {
            case "identity.last-way-in" ->
                    FieldProblem.global(
                            Messages.generic(
                                    "This is your last way to log in. Add another one first."));
            case "identifier.taken" -> FieldProblem.global(Messages.identifierTaken());
            case "session.not-privileged" -> throw refreshRequired(submission, missing(submission));
            case "session.inactive", "identity.unknown" -> throw SettingsProblems.notLoggedIn();
            default -> throw refused;
        };
    }

    /** The session has changed or aged since it was let through: what it lacks by now. */
    private Aal missing(Submission submission) {
        Instant now = state.clock().now();
        Standing standing =
                state.folds()
                        .consistent(view -> standing(view, submission.session(), now))
                        .orElseThrow(SettingsProblems::notLoggedIn);
        return privilege(standing, now) instanceof Privilege.Missing(Aal missing)
                ? missing
                : Aal.AAL1;
    }

    private static Optional<Standing> standing(Folds view, Presented session, Instant now) {
        return Standing.of(
                view.read(Session.FOLD, Session.stream(session.session())).state(),
                view.read(Identity.FOLD, Identity.stream(session.identity())).state(),
                now);
    }

    private RuntimeException refreshRequired(Submission submission, Aal missing) {
        return SettingsProblems.refreshRequired(
                rules.settings().get(), submission.flow().id().toString(), missing);
    }

    private SettingsPolicy policy(boolean firstFactorToo, boolean restores) {
        return new SettingsPolicy(
                maxAge(), rules.enabled().get(), firstFactorToo, restores, rules.endOthers().get());
    }

    private Duration maxAge() {
        return rules.settings().get().settings().privilegedSessionMaxAge();
    }

    private static Acting acting(Submission submission) {
        Presented session = submission.session();
        SessionToken next = submission.next();
        return new Acting(
                session.identity(),
                session.session(),
                session.tokenHash(),
                next == null ? null : next.hash());
    }

    private Meta meta(Submission submission) {
        return caller.meta(
                submission.visit().call(),
                submission.flow().flowId(),
                submission.session().session(),
                submission.person().id());
    }
}
