package dev.bonafide.story;

import static dev.bonafide.story.Stage.Setting.CHOICES;
import static dev.bonafide.story.Stage.Setting.EVERYTHING;
import static dev.bonafide.story.Stage.Setting.NOTHING;
import static dev.bonafide.story.Stage.Setting.PASSWORD;
import static dev.bonafide.story.Stage.Setting.TOTP;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Registration flows that were recorded, and how ours come about. */
final class RegistrationSituations {
    private RegistrationSituations() {}

    static List<Situation> all() {
        List<Situation> all = new ArrayList<>();
        oneStep(all);
        firstOfTwo(all);
        secondOfTwo(all);
        return all;
    }

    private static void oneStep(List<Situation> all) {
        Function<Stage, Answer> begun = RegistrationSituations::begun;
        all.add(in("one-step/none/initial-form", NOTHING, begun));
        all.add(in("one-step/disabled/initial-form", TOTP, begun));
        all.add(in("one-step/password/initial-form", PASSWORD, begun));
        all.add(in("one-step/saml/initial-form", PASSWORD, begun));
        all.add(in("two-step/oidc/initial-form", PASSWORD, begun));
        all.add(
                in(
                        "one-step/password/missing-fields",
                        PASSWORD,
                        stage ->
                                sent(
                                        stage,
                                        """
                                        {"method":"password","password":"","traits":{"email":""}}\
                                        """)));
    }

    private static void firstOfTwo(List<Situation> all) {
        Function<Stage, Answer> begun = RegistrationSituations::begun;
        all.add(in("one-step/oidc/initial-form", EVERYTHING, begun));
        all.add(in("two-step/enum/initial-form", CHOICES, begun));
        for (String offered : List.of("organization-oidc", "organization-saml", "saml")) {
            all.add(in("two-step/" + offered + "/initial-form", EVERYTHING, begun));
        }
        for (String offered : List.of("password", "code", "passkey", "webauthn", "all-methods")) {
            all.add(in("two-step/" + offered + "/initial-form", EVERYTHING, begun));
            all.add(
                    in(
                            "two-step/" + offered + "/missing-fields",
                            EVERYTHING,
                            stage ->
                                    sent(
                                            stage,
                                            """
                                            {"method":"profile","traits":{"email":""}}\
                                            """)));
        }
    }

    private static void secondOfTwo(List<Situation> all) {
        Function<Stage, Answer> second = stage -> second(stage).answer();
        all.add(in("two-step/password/enter-password", EVERYTHING, second));
        all.add(
                in(
                        "two-step/password/password-validation-error",
                        EVERYTHING,
                        RegistrationSituations::shortPassword));
        for (String name :
                List.of(
                        "code/show-options",
                        "organization-oidc/organization-providers",
                        "organization-saml/organization-providers",
                        "passkey/passkey-trigger",
                        "webauthn/webauthn-trigger")) {
            // Other methods can be chosen here, and somebody else's address was given.
            all.add(
                    in("two-step/" + name, EVERYTHING, second)
                            .without("traits.email@value")
                            .only("default", "profile"));
        }
    }

    private static Answer shortPassword(Stage stage) {
        Second second = second(stage);
        Ada ada = second.ada();
        return ada.submit(
                "registration",
                second.flow(),
                """
                {"method":"password","password":"abcd","traits":{"email":"%s"}}\
                """
                        .formatted(ada.email()));
    }

    private record Second(Ada ada, String flow, Answer answer) {}

    /** The traits are given. */
    private static Second second(Stage stage) {
        Ada ada = stage.stranger();
        String flow = ada.begin("registration", "");
        return new Second(
                ada,
                flow,
                ada.submit(
                        "registration",
                        flow,
                        """
                        {"method":"profile","traits":{"email":"%s"}}\
                        """
                                .formatted(ada.email())));
    }

    private static Answer begun(Stage stage) {
        return stage.stranger().init("registration", "");
    }

    private static Answer sent(Stage stage, String json) {
        Ada ada = stage.stranger();
        return ada.submit("registration", ada.begin("registration", ""), json);
    }

    private static Situation in(String name, Stage.Setting setting, Function<Stage, Answer> play) {
        return Situation.of("registration/" + name, setting, play);
    }
}
