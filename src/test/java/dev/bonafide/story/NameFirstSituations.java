package dev.bonafide.story;

import static dev.bonafide.story.Stage.Setting.NAME_FIRST;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Login flows that were recorded with the identifier asked for first. */
final class NameFirstSituations {
    private NameFirstSituations() {}

    static List<Situation> all() {
        List<Situation> all = new ArrayList<>();
        for (String folder :
                List.of(
                        "all-methods/enumeration-protection-disabled",
                        "all-methods/enumeration-protection-enabled",
                        "code",
                        "oidc/standalone",
                        "oidc/with-password",
                        "organization-oidc",
                        "organization-saml",
                        "passkey",
                        "password",
                        "saml/standalone",
                        "saml/with-password",
                        "webauthn")) {
            all.add(in(folder + "/initial-form", stage -> stage.stranger().init("login", "")));
        }
        all.add(
                Situation.of(
                        "login/1fa/unified/code/initial-form",
                        NAME_FIRST,
                        stage -> stage.stranger().init("login", "")));
        typed(all);
        return all;
    }

    private static void typed(List<Situation> all) {
        for (String folder : List.of("code", "passkey", "password", "webauthn")) {
            all.add(in(folder + "/missing-email", stage -> named(stage, "").answer()));
        }
        for (String name :
                List.of(
                        "all-methods/enumeration-protection-disabled/show-options",
                        "all-methods/enumeration-protection-enabled/show-options",
                        "oidc/credential-select-password",
                        "saml/credential-select-password",
                        "password/show-password")) {
            all.add(in(name, stage -> named(stage, stage.stranger().email()).answer()));
        }
        all.add(in("password/missing-password", stage -> proven(stage, "")));
        all.add(in("password/wrong-password", stage -> proven(stage, "wrong-password")));
    }

    private record Named(Ada ada, String flow, Answer answer) {}

    private static Named named(Stage stage, String name) {
        Ada ada = stage.stranger();
        String flow = ada.begin("login", "");
        return new Named(ada, flow, ada.submit("login", flow, NameFirst.json(name)));
    }

    private static Answer proven(Stage stage, String password) {
        Named named = named(stage, stage.stranger().email());
        return named.ada().password(named.flow(), password);
    }

    private static Situation in(String name, Function<Stage, Answer> play) {
        return Situation.of("login/1fa/identifier_first/" + name, NAME_FIRST, play);
    }
}
