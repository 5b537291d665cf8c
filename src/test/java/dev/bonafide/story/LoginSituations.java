package dev.bonafide.story;

import static dev.bonafide.story.Stage.Setting.EVERYTHING;
import static dev.bonafide.story.Stage.Setting.NOTHING;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Login flows that were recorded, and how ours come about. */
final class LoginSituations {
    /** Of passkeys, which have their field in the same place. */
    private static final String AUTOCOMPLETE = "identifier@autocomplete";

    /** In a flow for a second factor it is there for security keys. */
    private static final String IDENTIFIER = "identifier";

    private LoginSituations() {}

    static List<Situation> all() {
        List<Situation> all = new ArrayList<>();
        firstFactor(all);
        List.of("refresh", "unified/refresh", "identifier_first/refresh")
                .forEach(folder -> refresh("login/1fa/" + folder, all));
        List.of("", "refresh/").forEach(folder -> secondFactor(folder, all));
        severalFactors(all);
        return all;
    }

    private static void firstFactor(List<Situation> all) {
        for (String name : List.of("none", "unified/oidc/standalone", "unified/saml/standalone")) {
            all.add(login("1fa/" + name + "/initial-form", NOTHING, LoginSituations::begun));
        }
        for (String name : List.of("password", "oidc/with-password", "saml/with-password")) {
            all.add(login("1fa/unified/" + name + "/initial-form", LoginSituations::begun));
        }
        String password = "1fa/unified/password/";
        all.add(login(password + "missing-email", stage -> typed(stage, "", "")));
        all.add(login(password + "wrong-credentials", LoginSituations::strangerGuesses));
        String several = "1fa/unified/all-methods/";
        all.add(login(several + "initial-form", LoginSituations::begun).without(AUTOCOMPLETE));
        all.add(
                login(several + "missing-email", stage -> typed(stage, "", ""))
                        .without(AUTOCOMPLETE));
        all.add(
                login(several + "wrong-credentials", LoginSituations::strangerGuesses)
                        .without(AUTOCOMPLETE));
    }

    private static void refresh(String folder, List<Situation> all) {
        all.add(in(folder + "/password/initial-form", LoginSituations::refreshed));
        all.add(in(folder + "/password/missing-password", stage -> retyped(stage, "")));
        all.add(in(folder + "/password/wrong-password", stage -> retyped(stage, "wrong")));
        if (!folder.contains("unified")) {
            all.add(in(folder + "/oidc/refresh", LoginSituations::refreshed));
            all.add(in(folder + "/saml/refresh", LoginSituations::refreshed));
        }
        if (folder.equals("login/1fa/refresh")) {
            all.add(in(folder + "/all-methods/initial-form", LoginSituations::refreshed));
            all.add(in(folder + "/code/with-password/initial-form", LoginSituations::refreshed));
        }
    }

    private static void secondFactor(String folder, List<Situation> all) {
        String query = folder.isEmpty() ? "?aal=aal2" : "?aal=aal2&refresh=true";
        String totp = "2fa/" + folder + "totp/";
        all.add(login(totp + "initial-form", stage -> withApp(stage).init("login", query)));
        all.add(login(totp + "invalid-totp-code", stage -> wrongCode(withApp(stage), query)));
        String lookup = "2fa/" + folder + "lookup_secret/";
        all.add(login(lookup + "initial-form", stage -> withCodes(stage).init("login", query)));
        all.add(
                login(
                        lookup + "invalid-lookup-secret",
                        stage -> {
                            Ada ada = withCodes(stage);
                            return ada.lookup(ada.begin("login", query), "invalid0");
                        }));
        all.add(
                login(
                                "2fa/" + folder + "all-methods/initial-form",
                                stage -> withBoth(stage).init("login", query))
                        .without(IDENTIFIER));
    }

    private static void severalFactors(List<Situation> all) {
        all.add(
                login(
                                "2fa/all-2fa-methods/initial-form",
                                stage -> withBoth(stage).init("login", "?aal=aal2"))
                        .without(IDENTIFIER));
        all.add(
                login(
                                "2fa/all-methods/totp-error-form",
                                stage -> wrongCode(withBoth(stage), "?aal=aal2&refresh=true"))
                        .without(IDENTIFIER));
    }

    private static Answer begun(Stage stage) {
        return stage.stranger().init("login", "");
    }

    private static Answer refreshed(Stage stage) {
        return stage.person().init("login", "?refresh=true");
    }

    private static Answer retyped(Stage stage, String password) {
        Ada ada = stage.person();
        return ada.password(ada.begin("login", "?refresh=true"), password);
    }

    private static Answer typed(Stage stage, String identifier, String password) {
        Ada ada = stage.stranger();
        return ada.submit(
                "login",
                ada.begin("login", ""),
                """
                {"method":"password","identifier":"%s","password":"%s"}\
                """
                        .formatted(identifier, password));
    }

    private static Answer strangerGuesses(Stage stage) {
        return typed(stage, "wrong-email@example.org", "wrong-password");
    }

    private static Ada withApp(Stage stage) {
        Ada ada = stage.person();
        ada.enrolTotp();
        return ada.elsewhere();
    }

    private static Ada withCodes(Stage stage) {
        Ada ada = stage.person();
        ada.enrolLookup();
        return ada.elsewhere();
    }

    private static Ada withBoth(Stage stage) {
        Ada ada = stage.person();
        ada.enrolTotp();
        ada.enrolLookup();
        return ada.elsewhere();
    }

    private static Answer wrongCode(Ada ada, String query) {
        return ada.totp(ada.begin("login", query), "000000");
    }

    private static Situation login(String name, Function<Stage, Answer> play) {
        return login(name, EVERYTHING, play);
    }

    private static Situation login(
            String name, Stage.Setting setting, Function<Stage, Answer> play) {
        return Situation.of("login/" + name, setting, play);
    }

    private static Situation in(String name, Function<Stage, Answer> play) {
        return Situation.of(name, EVERYTHING, play);
    }
}
