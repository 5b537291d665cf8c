package dev.bonafide.story;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a recorded flow is not compared.
 *
 * @param names a pattern of recordings
 */
record LeftOut(String names, String reason) {
    private static final List<LeftOut> ALL =
            List.of(
                    new LeftOut("(recovery|verification)[-_/].*", "the flow is not built"),
                    new LeftOut(".*/captcha/.*", "captchas are not built"),
                    new LeftOut(
                            "login/1fa/identifier_first/.*account(-unknown)?",
                            "tells that nobody has the identifier"),
                    new LeftOut(
                            "login/1fa/identifier_first/(code|organization-.*)/(show|invalid|selected).*",
                            "shows what follows from an identifier of a code or an organization"),
                    new LeftOut(
                            "login/1fa/unified/code/(missing-email|invalid-account)",
                            "shows a submit for a code"),
                    new LeftOut("login/1fa/account_linking/.*", "shows the linking of a provider"),
                    new LeftOut(
                            "login/1fa/unified/oidc/initial-form",
                            "a registration form of an older version, whose labels have no name"),
                    new LeftOut(
                            "login/1fa/refresh/code/with-password/missing-identifier",
                            "shows a submit for a code"),
                    new LeftOut(
                            "registration/one-step/all-methods/.*",
                            "nodes of methods that are not built stand between traits and"
                                    + " password, which changes Kratos' order"),
                    new LeftOut(
                            "registration/two-step/all-methods/(enter-password|.*-error|code-sent)",
                            "nodes of methods that are not built stand between traits and"
                                    + " password, which changes Kratos' order"),
                    new LeftOut(
                            "registration/(one|two)-step/oidc/missing-fields",
                            "shows a submit for a provider"),
                    new LeftOut(
                            "settings/all-methods/change-trait",
                            "tells success and an error of the same field"));

    /** Why it is, if it is. */
    static Optional<String> reason(Recorded recorded) {
        return ALL.stream()
                .filter(left -> recorded.name().matches(left.names()))
                .map(LeftOut::reason)
                .findFirst()
                .or(() -> notBuilt(recorded));
    }

    /** Nobody offers anything in it but methods that are not built. */
    private static Optional<String> notBuilt(Recorded recorded) {
        Set<String> missing = new TreeSet<>(recorded.groups());
        missing.removeAll(Situation.BUILT);
        Set<String> offered = new TreeSet<>(recorded.groups());
        offered.retainAll(Set.of("password", "totp", "lookup_secret"));
        return missing.isEmpty() || !offered.isEmpty()
                ? Optional.empty()
                : Optional.of("not built: " + String.join(", ", missing));
    }
}
