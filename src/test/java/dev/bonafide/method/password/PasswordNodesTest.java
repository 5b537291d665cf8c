package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.Node;
import dev.bonafide.method.RegistrationPart;
import dev.bonafide.method.SettingsPart;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Contract clauses 2.4, 3.7 and 4.1: the nodes of each form. */
class PasswordNodesTest {
    private final HashPool pool = new HashPool(1, 1);
    private final Person ada = Ada.person(Ada.set(Ada.hash("correct horse", Ada.CHEAP)));
    private final Person bob = Ada.person(Ada.BOB, "bob@example.org");
    private final PasswordMethod method = PasswordMethodFixture.method(pool);

    @AfterEach
    void end() {
        pool.close();
    }

    @Test
    void loginAsksForIdentifierAndPassword() {
        List<Node> nodes = login(Aal.AAL1, false);

        assertThat(nodes.get(0).group()).isEqualTo("default");
        assertThat(nodes.get(0).attributes())
                .isEqualTo(
                        Map.of(
                                "name",
                                "identifier",
                                "type",
                                "text",
                                "value",
                                "",
                                "required",
                                true,
                                "disabled",
                                false,
                                "node_type",
                                "input"));
        assertThat(nodes.get(0).label()).isEqualTo(PasswordMethodFixture.EMAIL);
        assertPassword(nodes.get(1), "current-password");
        assertSubmit(nodes.get(2), 1010022);
        assertThat(nodes).hasSize(3);
    }

    @Test
    void refreshHidesTheIdentifier() {
        List<Node> nodes = refresh(ada);

        assertThat(nodes.get(0).group()).isEqualTo("default");
        assertThat(nodes.get(0).attributes())
                .isEqualTo(
                        Map.of(
                                "name",
                                "identifier",
                                "type",
                                "hidden",
                                "value",
                                Ada.MAIL,
                                "disabled",
                                false,
                                "node_type",
                                "input"));
        assertThat(nodes.get(0).label()).isNull();
        assertPassword(nodes.get(1), "current-password");
        assertSubmit(nodes.get(2), 1010001);
        assertThat(nodes).hasSize(3);
    }

    @Test
    void refreshOffersNothingToWhoHasNoPassword() {
        assertThat(refresh(bob)).isEmpty();
    }

    @Test
    void offersNothingAsASecondFactor() {
        assertThat(login(Aal.AAL2, false)).isEmpty();
        assertThat(login(Aal.AAL2, true)).isEmpty();
    }

    @Test
    void registrationAsksForANewPassword() {
        List<Node> nodes =
                method.registration()
                        .orElseThrow()
                        .nodes(new RegistrationPart.Context(false, null, ""));

        assertPassword(nodes.get(0), "new-password");
        assertSubmit(nodes.get(1), 1040001);
        assertThat(nodes).hasSize(2);
    }

    @Test
    void settingsAskForANewPassword() {
        SettingsPart settings = method.settings().orElseThrow();
        List<Node> nodes = settings.nodes(new SettingsPart.Context(ada, null));

        assertPassword(nodes.get(0), "new-password");
        assertSubmit(nodes.get(1), 1070003);
        assertThat(nodes).hasSize(2);
        assertThat(settings.begin(ada)).isEmpty();
    }

    private List<Node> refresh(Person person) {
        return method.login()
                .orElseThrow()
                .nodes(new LoginPart.Context(Aal.AAL1, true, person, Set.of()));
    }

    private List<Node> login(Aal requested, boolean refresh) {
        return method.login()
                .orElseThrow()
                .nodes(new LoginPart.Context(requested, refresh, null, Set.of()));
    }

    private static void assertPassword(Node node, String autocomplete) {
        assertThat(node.group()).isEqualTo("password");
        assertThat(node.attributes())
                .isEqualTo(
                        Map.of(
                                "name",
                                "password",
                                "type",
                                "password",
                                "required",
                                true,
                                "autocomplete",
                                autocomplete,
                                "disabled",
                                false,
                                "node_type",
                                "input"));
        assertThat(Objects.requireNonNull(node.label()).id()).isEqualTo(1070001);
    }

    private static void assertSubmit(Node node, int label) {
        assertThat(node.group()).isEqualTo("password");
        assertThat(node.attributes())
                .isEqualTo(
                        Map.of(
                                "name",
                                "method",
                                "type",
                                "submit",
                                "value",
                                "password",
                                "disabled",
                                false,
                                "node_type",
                                "input"));
        assertThat(Objects.requireNonNull(node.label()).id()).isEqualTo(label);
    }
}
