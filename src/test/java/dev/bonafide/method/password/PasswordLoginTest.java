package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.Evidence.Accepted;
import dev.bonafide.method.Evidence.Rejected;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.LoginPart.Context;
import dev.bonafide.method.LoginPart.Guess;
import dev.bonafide.method.LoginPart.Invalid;
import dev.bonafide.method.LoginPart.Reading;
import dev.bonafide.method.Messages;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Contract clause 2.8 for passwords, and PW-10: one answer, one hash. */
class PasswordLoginTest {
    private static final Context LOGIN = new Context(Aal.AAL1, false, null, Set.of());

    private final Person ada = Ada.person(Ada.set(Ada.hash("correct horse", Ada.CHEAP)));
    private final Person bob = Ada.person(Ada.BOB, "bob@example.org");
    private final HashPool pool = new HashPool(2, 8);
    private final PasswordHasher hasher = new PasswordHasher(pool, Ada.CHEAP, Ada.entropy(1));
    private final PasswordLogin login =
            new PasswordLogin(
                    new PasswordVerifier(hasher, Ada::open),
                    new Ada.House(ada, bob),
                    GuardPolicy.FIRST_FACTOR.withHardCap(true),
                    Messages::idField);

    @AfterEach
    void end() {
        pool.close();
    }

    @Test
    void acceptsTheRightPasswordOfItsOwner() {
        Guess guess = guess(LOGIN, Ada.MAIL, "correct horse");

        assertThat(guess.subject()).isEqualTo(ada);
        assertThat(verdict(guess)).isInstanceOf(Accepted.class);
    }

    @Test
    void rejectsAWrongPassword() {
        Guess guess = guess(LOGIN, " ADA@example.org ", "correct horsf");

        assertThat(guess.subject()).isEqualTo(ada);
        assertThat(verdict(guess)).isEqualTo(new Rejected(PasswordEvidence.WRONG));
        assertThat(guess.wrong()).isEqualTo(PasswordEvidence.WRONG);
    }

    @ParameterizedTest
    @CsvSource({"nobody@example.org", "bob@example.org", "nothing an identifier can be"})
    void takesWhoHasNoPasswordForNobodyAndCountsBothByTheIdentifier(String identifier) {
        Guess guess = guess(LOGIN, identifier, "correct horse");

        assertThat(guess.subject()).isNull();
        assertThat(guess.identifierHash()).isEqualTo(new Ada.House().hash(identifier));
        assertThat(guess.wrong()).isEqualTo(PasswordEvidence.WRONG);
    }

    @Test
    void pw10EachGuessCostsExactlyOneHash() {
        Context anew = new Context(Aal.AAL1, true, bob, Set.of());
        List<Guess> guesses =
                List.of(
                        guess(LOGIN, Ada.MAIL, "correct horse"),
                        guess(LOGIN, Ada.MAIL, "wrong"),
                        guess(LOGIN, Ada.MAIL, "w".repeat(1024)),
                        guess(LOGIN, "bob@example.org", "wrong"),
                        guess(LOGIN, "nobody@example.org", "wrong"),
                        guess(anew, Ada.MAIL, "correct horse"));
        for (Guess guess : guesses) {
            long before = hasher.compared() + hasher.made();
            assertThat(guess.weigh().get()).isNotNull();
            assertThat(hasher.compared() + hasher.made() - before).isEqualTo(1);
        }
    }

    @Test
    void pw10HashesNothingBeforeTheGuardHasLetItThrough() {
        guess(LOGIN, Ada.MAIL, "correct horse");

        assertThat(hasher.compared()).isZero();
    }

    @Test
    void takesAnotherPersonsIdentifierInARefreshForAWrongCredential() {
        Context bobs = new Context(Aal.AAL1, true, bob, Set.of());
        Context adas = new Context(Aal.AAL1, true, ada, Set.of());

        Guess foreign = guess(bobs, Ada.MAIL, "correct horse");

        assertThat(foreign.subject()).isNull();
        assertThat(foreign.weigh().get().judge(ada.state().credential(PasswordMethod.ID)))
                .isEqualTo(new Evidence.Moot(PasswordEvidence.WRONG));
        assertThat(verdict(guess(adas, Ada.MAIL, "correct horse"))).isInstanceOf(Accepted.class);
    }

    @Test
    void asksForWhatIsMissingAtItsField() {
        FieldProblem identifier = FieldProblem.at("identifier", Messages.missing("identifier"));
        FieldProblem password = FieldProblem.at("password", Messages.missing("password"));

        assertThat(problems(Ada.form())).containsExactly(identifier, password);
        assertThat(problems(Ada.form("identifier", "", "password", "")))
                .containsExactly(identifier, password);
        assertThat(problems(Ada.form("password", "x"))).containsExactly(identifier);
        assertThat(problems(Ada.form("identifier", "x"))).containsExactly(password);
        assertThat(problems(Ada.form("identifier", "x").putNull("password")))
                .containsExactly(password);
    }

    @Test
    void refusesOtherTypesAndWhatIsTooLong() {
        assertThat(ids(Ada.form("identifier", "x").put("password", 12345678)))
                .containsExactly(4000026);
        ObjectNode nested = Ada.form("identifier", "x");
        nested.putObject("password").put("password", "x");
        assertThat(ids(nested)).containsExactly(4000026);
        assertThat(ids(Ada.form("password", "x").put("identifier", true))).containsExactly(4000026);
        assertThat(ids(Ada.form("identifier", "x", "password", "w".repeat(1025))))
                .containsExactly(4000033);
    }

    @Test
    void readsTheIdentifierUnderTheNameOfOldClients() {
        Reading reading =
                login.read(
                        Ada.form("password_identifier", Ada.MAIL, "password", "correct horse"),
                        LOGIN,
                        Ada.NOW);

        assertThat(((Guess) reading).subject()).isEqualTo(ada);
    }

    @Test
    void saysNothingOfAnErasedOwnersPassword() {
        PasswordLogin erased =
                new PasswordLogin(
                        new PasswordVerifier(hasher, sealed -> java.util.Optional.empty()),
                        new Ada.House(ada),
                        GuardPolicy.FIRST_FACTOR,
                        Messages::idField);
        Reading reading =
                erased.read(
                        Ada.form("identifier", Ada.MAIL, "password", "correct horse"),
                        LOGIN,
                        Ada.NOW);

        assertThat(verdict((Guess) reading)).isEqualTo(new Rejected(PasswordEvidence.WRONG));
    }

    @Test
    void isAFirstFactorUnderTheGuardItWasGiven() {
        assertThat(login.serves(Aal.AAL1)).isTrue();
        assertThat(login.serves(Aal.AAL2)).isFalse();
        assertThat(login.guard().hardCap()).isTrue();
        assertThat(login.recognises(PasswordMethod.ID, Ada.form())).isTrue();
        assertThat(login.recognises(PasswordMethod.ID, Ada.form().put("method", "x"))).isFalse();
    }

    private Guess guess(Context context, String identifier, String password) {
        ObjectNode form = Ada.form("identifier", identifier, "password", password);
        return (Guess) login.read(form, context, Ada.NOW);
    }

    private static Evidence.Verdict verdict(Guess guess) {
        Supplier<Evidence> weigh = guess.weigh();
        @Nullable Person subject = guess.subject();
        return weigh.get()
                .judge(subject == null ? null : subject.state().credential(PasswordMethod.ID));
    }

    private List<FieldProblem> problems(ObjectNode form) {
        return ((Invalid) login.read(form, LOGIN, Ada.NOW)).problems();
    }

    private List<Integer> ids(ObjectNode form) {
        return problems(form).stream().map(problem -> problem.message().id()).toList();
    }
}
