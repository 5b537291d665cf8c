package dev.bonafide.flow.settings;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.Traits;
import dev.bonafide.flow.settings.SettingsSubmit.Submission;
import dev.bonafide.identity.Directory;
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
import dev.bonafide.session.SessionToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** Checked again by the commit; here it spares slow work and names what is missing. */
    void requirePrivilege(Submission submission, boolean firstFactorToo) {
        Presented session = submission.session();
        Instant now = state.clock().now();
        List<dev.bonafide.identity.Factor> offered = rules.offers().of(session.standing());
        Privilege privilege = Privilege.of(session.standing(), offered, maxAge(), now);
        if (privilege instanceof Privilege.Missing(Aal missing)) {
            throw refreshRequired(submission, missing);
        }
        if (firstFactorToo && !Privilege.freshFirst(session.standing(), maxAge(), now)) {
            throw refreshRequired(submission, Aal.AAL1);
        }
    }

    List<FieldProblem> credential(Submission submission, SettingsPart.Change wanted) {
        CredentialIntent intent = wanted.intent().get();
        ChangeCredential command =
                new ChangeCredential(
                        acting(submission),
                        intent,
                        policy(wanted.firstFactorToo()),
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
                        sensitive ? policy(false) : null,
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
                .read(
                        dev.bonafide.identity.Identity.FOLD,
                        dev.bonafide.identity.Identity.stream(submission.person().id()))
                .position();
    }

    private FieldProblem told(Submission submission, Refused refused) {
        return switch (refused.code()) {
            case "identity.last-way-in" ->
                    FieldProblem.global(
                            Messages.generic(
                                    "This is your last way to log in. Add another one first."));
            case "identifier.taken" -> FieldProblem.global(Messages.identifierTaken());
            case "session.not-privileged" -> throw refreshRequired(submission, Aal.AAL2);
            case "session.inactive", "identity.unknown" -> throw SettingsProblems.notLoggedIn();
            default -> throw refused;
        };
    }

    private RuntimeException refreshRequired(Submission submission, Aal missing) {
        return SettingsProblems.refreshRequired(
                rules.settings().get(), submission.flow().id().toString(), missing);
    }

    private SettingsPolicy policy(boolean firstFactorToo) {
        return new SettingsPolicy(
                maxAge(), rules.enabled().get(), firstFactorToo, rules.endOthers().get());
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
