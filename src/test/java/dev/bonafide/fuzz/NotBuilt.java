package dev.bonafide.fuzz;

import java.util.List;
import java.util.Optional;

/**
 * What Kratos' description has and this server has not.
 *
 * @param operations a pattern of {@code METHOD path}
 */
record NotBuilt(String operations, String reason) {
    private static final List<NotBuilt> ALL =
            List.of(
                    new NotBuilt(".* /admin/courier/.*", "the courier"),
                    new NotBuilt(".* /admin/recovery/.*", "recovery"),
                    new NotBuilt(".* /self-service/recovery.*", "recovery"),
                    new NotBuilt(".* /self-service/verification.*", "verification"),
                    new NotBuilt(".* /self-service/fed-cm/.*", "OpenID Connect"),
                    new NotBuilt("GET /sessions/token-exchange", "native apps"),
                    new NotBuilt("POST /admin/test-login-flows", "OpenID Connect"),
                    new NotBuilt("DELETE /self-service/login/test", "OpenID Connect"));

    static Optional<String> reason(String operation) {
        return ALL.stream()
                .filter(each -> operation.matches(each.operations()))
                .map(NotBuilt::reason)
                .findFirst();
    }
}
