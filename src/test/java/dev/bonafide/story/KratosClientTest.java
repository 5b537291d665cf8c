package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sh.ory.kratos.ApiClient;
import sh.ory.kratos.ApiException;
import sh.ory.kratos.api.FrontendApi;
import sh.ory.kratos.api.IdentityApi;
import sh.ory.kratos.model.CreateIdentityBody;
import sh.ory.kratos.model.Identity;
import sh.ory.kratos.model.IdentityPatch;
import sh.ory.kratos.model.JsonPatch;
import sh.ory.kratos.model.LoginFlow;
import sh.ory.kratos.model.PatchIdentitiesBody;
import sh.ory.kratos.model.PerformNativeLogoutBody;
import sh.ory.kratos.model.Session;
import sh.ory.kratos.model.SettingsFlow;
import sh.ory.kratos.model.SuccessfulNativeLogin;
import sh.ory.kratos.model.UpdateIdentityBody;
import sh.ory.kratos.model.UpdateLoginFlowBody;
import sh.ory.kratos.model.UpdateLoginFlowWithPasswordMethod;

/** Kratos' own Java client, which refuses what its description does not know, reads the answers. */
class KratosClientTest {
    private static TestServer server = TestServer.start();

    @BeforeAll
    static void start() {
        assertThat(server.http().publicPort()).isPositive();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ApiClient client(int port) {
        ApiClient client = new ApiClient();
        client.setBasePath("http://127.0.0.1:" + port);
        return client;
    }

    private static FrontendApi frontend() {
        return new FrontendApi(client(server.http().publicPort()));
    }

    @Test
    void logsInReadsTheSessionAndLogsOut() throws ApiException {
        Ada ada = Ada.registered(server);
        FrontendApi api = frontend();
        LoginFlow flow = api.createNativeLoginFlow(null, null, null, null, null, null, null, null);
        UpdateLoginFlowWithPasswordMethod password =
                new UpdateLoginFlowWithPasswordMethod()
                        .method("password")
                        .identifier(ada.email())
                        .password(Ada.PASSWORD);
        SuccessfulNativeLogin login =
                api.updateLoginFlow(flow.getId(), new UpdateLoginFlowBody(password), null, null);
        String token = String.valueOf(login.getSessionToken());

        Session session = api.toSession(token, null, null);
        assertThat(session.getId()).isEqualTo(login.getSession().getId());
        assertThat(session.getAuthenticationMethods()).hasSize(1);
        SettingsFlow settings = api.createNativeSettingsFlow(token);
        assertThat(session.getIdentity()).isEqualTo(settings.getIdentity());
        assertThat(api.listMySessions(null, null, null, null, token, null)).hasSize(1);
        api.performNativeLogout(new PerformNativeLogoutBody().sessionToken(token));
    }

    @Test
    void readsIdentitiesAndSessionsAsAnAdministrator() throws ApiException {
        Ada ada = Ada.registered(server);
        IdentityApi api = new IdentityApi(client(server.http().adminPort()));
        String id = ada.whoami().at("identity.id");

        assertThat(api.getIdentity(id, null).getId()).isEqualTo(id);
        assertThat(api.listIdentities(null, null, null, null, null, null, null, null, null, null))
                .anyMatch(identity -> identity.getId().equals(id));
        assertThat(api.listSessions(null, null, true, null)).isNotEmpty();
    }

    @Test
    void createsReplacesAndPatchesIdentitiesAsAnAdministrator() throws ApiException {
        IdentityApi api = new IdentityApi(client(server.http().adminPort()));
        Map<String, Object> traits = Map.of("email", new Ada(server).email());
        CreateIdentityBody body =
                new CreateIdentityBody().schemaId("default").traits(traits).externalId("client-1");
        Identity created = api.createIdentity(body);
        assertThat(api.getIdentityByExternalID("client-1", null)).isEqualTo(created);
        UpdateIdentityBody update =
                new UpdateIdentityBody()
                        .schemaId("default")
                        .traits(traits)
                        .state(UpdateIdentityBody.StateEnum.INACTIVE);
        assertThat(api.updateIdentity(created.getId(), update).getExternalId()).isNull();
        JsonPatch patch = new JsonPatch().op("replace").path("/state").value("active");
        Identity patched = api.patchIdentity(created.getId(), List.of(patch));
        assertThat(patched.getState()).isEqualTo(Identity.StateEnum.ACTIVE);
        Map<String, Object> others = Map.of("email", new Ada(server).email());
        IdentityPatch one =
                new IdentityPatch()
                        .create(new CreateIdentityBody().schemaId("default").traits(others));
        PatchIdentitiesBody batch = new PatchIdentitiesBody().identities(List.of(one, one));
        assertThat(api.batchPatchIdentities(batch).getIdentities()).hasSize(2);
    }
}
