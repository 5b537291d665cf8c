package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.Node;
import dev.bonafide.method.NodeJson;
import dev.bonafide.method.RegistrationPart;
import dev.bonafide.method.SettingsPart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The forms as Kratos was seen to answer them, but for the words. */
class PasswordRecordedTest {
    private static final LoginPart.Context LOGIN =
            new LoginPart.Context(Aal.AAL1, false, null, Set.of());

    private final HashPool pool = new HashPool(1, 1);
    private final PasswordMethod method = PasswordMethodFixture.method(pool);
    private final LoginPart login = method.login().orElseThrow();
    private final RegistrationPart registration = method.registration().orElseThrow();
    private final Person dev = Ada.person(Ada.ID, "dev@ory.dev", Ada.set("hash"));

    @AfterEach
    void end() {
        pool.close();
    }

    @Test
    void asksAtLoginForWhatKratosAsks() throws IOException {
        String folder = "login/1fa/unified/password/";
        List<Node> form = login.nodes(LOGIN);
        LoginPart.Invalid missing = (LoginPart.Invalid) login.read(Ada.form(), LOGIN, Ada.NOW);

        assertRecorded(folder + "initial-form.json", form);
        assertRecorded(folder + "missing-email.json", saying(form, missing.problems()));
    }

    @Test
    void asksInARefreshForWhatKratosAsks() throws IOException {
        String folder = "login/1fa/refresh/password/";
        LoginPart.Context anew = new LoginPart.Context(Aal.AAL1, true, dev, Set.of());
        List<Node> form = login.nodes(anew);
        LoginPart.Invalid missing =
                (LoginPart.Invalid)
                        login.read(Ada.form("identifier", "dev@ory.dev"), anew, Ada.NOW);

        assertRecorded(folder + "initial-form.json", form);
        assertRecorded(folder + "wrong-password.json", form);
        assertRecorded(folder + "missing-password.json", saying(form, missing.problems()));
    }

    @Test
    void asksAtRegistrationForWhatKratosAsks() throws IOException {
        List<Node> form = registration.nodes(new RegistrationPart.Context(false, null, ""));
        RegistrationPart.Invalid shortOne =
                (RegistrationPart.Invalid)
                        registration.read(
                                Ada.form("password", "1234"),
                                new RegistrationPart.Newcomer(
                                        Ada.ID, Ada.traits(Ada.MAIL), List.of(Ada.MAIL), Ada.NOW));

        assertRecorded("registration/one-step/password/initial-form.json", form);
        assertRecorded("registration/two-step/password/enter-password.json", form);
        assertRecorded(
                "registration/two-step/password/password-validation-error.json",
                saying(form, shortOne.problems()));
    }

    @Test
    void asksInSettingsForWhatKratosAsks() throws IOException {
        List<Node> form =
                method.settings().orElseThrow().nodes(new SettingsPart.Context(dev, null));

        assertRecorded("settings/all-methods/initial-form.json", form);
        assertRecorded("settings/all-methods/change-password.json", form);
    }

    private static List<Node> saying(List<Node> form, List<FieldProblem> problems) {
        return form.stream().map(node -> saying(node, problems)).toList();
    }

    private static Node saying(Node node, List<FieldProblem> problems) {
        Node said = node;
        for (FieldProblem problem : problems) {
            said = node.name().equals(problem.node()) ? said.saying(problem.message()) : said;
        }
        return said;
    }

    private static void assertRecorded(String file, List<Node> form) throws IOException {
        for (Node node : form) {
            Optional<JsonNode> recorded = NodeJson.recorded(file, node.group());
            if (recorded.isPresent()) {
                assertThat(NodeJson.shape(recorded.get()))
                        .as(file)
                        .contains(NodeJson.shape(NodeJson.of(List.of(node)).get(0)));
            }
        }
    }
}
