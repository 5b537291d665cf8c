package dev.bonafide.story;

import static dev.bonafide.story.Stage.Setting.CHOICES;
import static dev.bonafide.story.Stage.Setting.EVERYTHING;
import static dev.bonafide.story.Stage.Setting.LOOKUP;
import static dev.bonafide.story.Stage.Setting.PASSWORD;
import static dev.bonafide.story.Stage.Setting.TOTP;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Settings flows that were recorded, and how ours come about. */
final class SettingsSituations {
    private static final String REGENERATE = lookup("regenerate");
    private static final String CONFIRM = lookup("confirm");

    private SettingsSituations() {}

    static List<Situation> all() {
        List<Situation> all = new ArrayList<>();
        profileAndPassword(all);
        lookup(all);
        totp(all);
        both(all);
        return all;
    }

    private static void profileAndPassword(List<Situation> all) {
        for (String name :
                List.of(
                        "all-methods/initial-form",
                        "deviceauthn/initial-form",
                        "oidc/with-provider",
                        "saml/with-provider")) {
            all.add(in(name, PASSWORD, SettingsSituations::begun));
        }
        String other = "A passphrase that is another 1!";
        all.add(
                in(
                        "all-methods/change-password",
                        PASSWORD,
                        stage ->
                                stage.person()
                                        .change(
                                                "{\"method\":\"password\",\"password\":\"%s\"}"
                                                        .formatted(other))));
        for (String name : List.of("passkey", "webauthn")) {
            all.add(
                    in(name + "/initial-form", PASSWORD, SettingsSituations::begun)
                            .only("default", "profile"));
        }
        all.add(
                in("enum/initial-form", CHOICES, SettingsSituations::begun)
                        .only("default", "profile"));
    }

    private static void lookup(List<Situation> all) {
        all.add(in("lookup_secret/initial-form", LOOKUP, SettingsSituations::begun));
        all.add(
                in(
                        "lookup_secret/generated_lookup_secrets",
                        LOOKUP,
                        stage -> sent(stage.person(), REGENERATE)));
        all.add(
                in(
                        "lookup_secret/confirmed_lookup_secrets",
                        LOOKUP,
                        stage -> sent(stage.person(), REGENERATE, CONFIRM)));
    }

    private static void totp(List<Situation> all) {
        all.add(in("totp/initial-form", TOTP, SettingsSituations::begun));
        all.add(in("totp/with-totp-authenticator", TOTP, stage -> linked(stage.person())));
    }

    private static void both(List<Situation> all) {
        String folder = "all-2fa-methods/";
        all.add(in(folder + "initial-form", EVERYTHING, SettingsSituations::begun));
        all.add(
                in(
                        folder + "with-totp-authenticator",
                        EVERYTHING,
                        stage -> linked(stage.person())));
        all.add(
                in(
                        folder + "generated_lookup_secrets",
                        EVERYTHING,
                        stage -> sent(withApp(stage), REGENERATE)));
        all.add(
                in(
                        folder + "confirmed_lookup_secrets",
                        EVERYTHING,
                        stage -> sent(withApp(stage), REGENERATE, CONFIRM)));
        all.add(
                in(
                        folder + "all-added",
                        EVERYTHING,
                        stage -> {
                            Ada ada = withApp(stage);
                            ada.enrolLookup();
                            return ada.init("settings", "");
                        }));
    }

    private static Answer begun(Stage stage) {
        return stage.person().init("settings", "");
    }

    private static Ada withApp(Stage stage) {
        Ada ada = stage.person();
        ada.enrolTotp();
        return ada;
    }

    private static Answer linked(Ada ada) {
        Answer flow = ada.init("settings", "");
        String code = ada.code(flow.totpSecret());
        return ada.submit(
                "settings",
                flow.at("id"),
                "{\"method\":\"totp\",\"totp_code\":\"%s\"}".formatted(code));
    }

    /** Several submits to one flow; the last one's answer. */
    private static Answer sent(Ada ada, String... forms) {
        String flow = ada.begin("settings", "");
        Answer answer = ada.submit("settings", flow, forms[0]);
        for (int i = 1; i < forms.length; i++) {
            answer = ada.submit("settings", flow, forms[i]);
        }
        return answer;
    }

    private static String lookup(String button) {
        return "{\"method\":\"lookup_secret\",\"lookup_secret_" + button + "\":true}";
    }

    private static Situation in(String name, Stage.Setting setting, Function<Stage, Answer> play) {
        return Situation.of("settings/" + name, setting, play);
    }
}
