package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent.Changed;
import dev.bonafide.method.CredentialIntent.Impossible;
import dev.bonafide.method.CredentialIntent.Outcome;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.SettingsPart.Change;
import dev.bonafide.method.SettingsPart.Context;
import dev.bonafide.method.SettingsPart.Invalid;
import dev.bonafide.method.SettingsPart.Reading;
import dev.bonafide.method.password.PasswordEvent.PasswordChanged;
import dev.bonafide.method.password.PasswordEvent.PasswordRemoved;
import dev.bonafide.method.password.PasswordEvent.PasswordSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract clause 3.7 for passwords. */
class PasswordChangeTest {
    private final HashPool pool = new HashPool(1, 4);
    private final PasswordHasher hasher = new PasswordHasher(pool, Ada.CHEAP, Ada.entropy(1));
    private final PasswordChange change =
            new PasswordChange(
                    new PasswordPolicy(
                            new PasswordSettings.Config(8, true),
                            CommonPasswords.shipped(List.of())),
                    hasher,
                    new PasswordVerifier(hasher, Ada::open),
                    Ada.entropy(2));
    private final Person ada = Ada.person(Ada.set(Ada.hash("correct horse", Ada.CHEAP)));

    @AfterEach
    void end() {
        pool.close();
    }

    @Test
    void replacesThePasswordAndKeepsItsLineage() {
        Changed changed = (Changed) decided(ada, "wild geese flying", ada);

        PasswordChanged event = (PasswordChanged) changed.events().getFirst();
        assertThat(event.lineage()).isEqualTo(Ada.LINEAGE);
        String stored = Ada.open(event.hash()).orElseThrow();
        assertThat(hasher.compare(stored, Ada.typed("wild geese flying")).right()).isTrue();
    }

    @Test
    void provesNothingAndEndsOtherSessions() {
        Changed changed = (Changed) decided(ada, "wild geese flying", ada);

        assertThat(changed.given()).isNull();
        assertThat(changed.replacesFirstFactor()).isTrue();
        assertThat(((Change) read(ada, "wild geese flying")).firstFactorToo()).isTrue();
    }

    @Test
    void setsAFirstPasswordWhereThereIsNone() {
        Person bob = Ada.person(Ada.BOB, "bob@example.org");

        Changed changed = (Changed) decided(bob, "wild geese flying", bob);

        assertThat(changed.events()).hasOnlyElementsOfType(PasswordSet.class).hasSize(1);
        assertThat(changed.events().getFirst().identity()).isEqualTo(Ada.BOB);
    }

    @Test
    void refusesTheOldPasswordAtTheField() {
        Impossible impossible = (Impossible) decided(ada, "correct horse", ada);

        assertThat(impossible.problem().node()).isEqualTo("password");
        assertThat(impossible.problem().message().id()).isEqualTo(4000039);
    }

    @Test
    void doesNotTakeAPasswordThatWasReplacedMeanwhileForTheOldOne() {
        Person meanwhile =
                Ada.person(
                        Ada.set(Ada.hash("correct horse", Ada.CHEAP)),
                        new PasswordChanged(
                                Ada.ID,
                                Ada.LINEAGE,
                                Ada.fresh(Ada.hash("another one", Ada.CHEAP)),
                                Ada.NOW));

        assertThat(decided(ada, "correct horse", meanwhile)).isInstanceOf(Changed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 4000002",
        "short, 4000032",
        "ada@example.org, 4000031",
        "augustalovel, 4000031",
        "password1, 4000034"
    })
    void saysWhatIsWrongAtThePassword(String password, int id) {
        Invalid invalid = (Invalid) read(ada, password);

        assertThat(invalid.problems().getFirst().node()).isEqualTo("password");
        assertThat(invalid.problems().getFirst().message().id()).isEqualTo(id);
    }

    @Test
    void hashesNothingBeforeItIsTaken() {
        read(ada, "wild geese flying");

        assertThat(hasher.made() + hasher.compared()).isZero();
    }

    @Test
    void isMeantByItsMethodAlone() {
        MethodId id = PasswordMethod.ID;
        assertThat(change.recognises(id, Ada.form())).isTrue();
        assertThat(change.recognises(id, Ada.form("password", "x").put("method", "profile")))
                .isFalse();
    }

    @Test
    void printsNoHash() {
        assertThat(((Change) read(ada, "wild geese flying")).intent().get().toString())
                .doesNotContain("argon2");
    }

    @Test
    void anAdministratorTakesItAway() {
        PasswordMethod method = PasswordMethodFixture.method(pool);
        List<CredentialEvent> events = method.removal(ada.state(), Ada.NOW);

        assertThat(events).containsExactly(new PasswordRemoved(Ada.ID, Ada.LINEAGE, Ada.NOW));
        assertThat(method.removal(Ada.person().state(), Ada.NOW)).isEmpty();
    }

    private Reading read(Person person, String password) {
        return change.read(Ada.form("password", password), new Context(person, null), Ada.NOW);
    }

    /** Read for one state of the person, decided on another. */
    private Outcome decided(Person seen, String password, Person found) {
        return ((Change) read(seen, password))
                .intent()
                .get()
                .decide(found.state().credential(PasswordMethod.ID));
    }
}
