package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.method.Evidence.Given;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.RegistrationPart.Enrolment;
import dev.bonafide.method.RegistrationPart.Invalid;
import dev.bonafide.method.RegistrationPart.Newcomer;
import dev.bonafide.method.RegistrationPart.Valid;
import dev.bonafide.method.password.PasswordEvent.PasswordSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Contract clause 4.1 for passwords. */
class PasswordRegistrationTest {
    private final HashPool pool = new HashPool(1, 4);
    private final PasswordHasher hasher = new PasswordHasher(pool, Ada.CHEAP, Ada.entropy(1));
    private final PasswordRegistration registration =
            new PasswordRegistration(
                    new PasswordPolicy(
                            new PasswordSettings.Config(8, true),
                            CommonPasswords.shipped(List.of("bonafide"))),
                    hasher,
                    Ada.entropy(2));

    @AfterEach
    void end() {
        pool.close();
    }

    @Test
    void setsAPasswordThatLogsInAndProvesAFirstFactor() {
        Enrolment enrolment = enrol("wild geese flying");

        PasswordSet set = (PasswordSet) enrolment.events().getFirst();
        assertThat(enrolment.events()).hasSize(1);
        assertThat(enrolment.given())
                .isEqualTo(Given.of(Aal.AAL1, new Channel("password"), set.lineage()));
        String stored = Ada.open(set.hash()).orElseThrow();
        assertThat(hasher.compare(stored, Ada.typed("wild geese flying")).right()).isTrue();
        assertThat(hasher.compare(stored, Ada.typed("wild geese flyin")).right()).isFalse();
    }

    @Test
    void givesEachPasswordALineageOfItsOwn() {
        assertThat(enrol("wild geese flying").given().lineage())
                .isNotEqualTo(enrol("wild geese flying").given().lineage());
    }

    @Test
    void hashesNothingBeforeItIsTaken() {
        registration.read(Ada.form("password", "wild geese flying"), newcomer(Ada.MAIL));

        assertThat(hasher.made()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 4000002",
        "short, 4000032",
        "ada@example.org, 4000031",
        "augustalovel, 4000031",
        "password1, 4000034",
        "bonafide1, 4000034"
    })
    void saysWhatIsWrongAtThePassword(String password, int id) {
        Invalid invalid = invalid(Ada.form("password", password), newcomer(Ada.MAIL));

        assertThat(invalid.problems()).hasSize(1);
        assertThat(invalid.problems().getFirst().node()).isEqualTo("password");
        assertThat(invalid.problems().getFirst().message().id()).isEqualTo(id);
    }

    @Test
    void refusesWhoHasNothingToLogInWithLater() {
        Newcomer nameless = new Newcomer(Ada.ID, Ada.traits(Ada.MAIL), List.of(), Ada.NOW);

        Invalid invalid = invalid(Ada.form("password", "wild geese flying"), nameless);

        assertThat(invalid.problems().getFirst().node()).isNull();
        assertThat(invalid.problems().getFirst().message().id()).isEqualTo(4000009);
    }

    private Enrolment enrol(String password) {
        Valid valid = (Valid) registration.read(Ada.form("password", password), newcomer(Ada.MAIL));
        return valid.enrol().get();
    }

    private Invalid invalid(ObjectNode form, Newcomer newcomer) {
        return (Invalid) registration.read(form, newcomer);
    }

    private static Newcomer newcomer(String mail) {
        return new Newcomer(Ada.ID, Ada.traits(mail), List.of(mail), Ada.NOW);
    }
}
