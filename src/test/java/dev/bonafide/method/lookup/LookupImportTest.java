package dev.bonafide.method.lookup;

import static dev.bonafide.method.lookup.Fixtures.ADA;
import static dev.bonafide.method.lookup.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bonafide.http.Problem;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.CredentialIntent.Changed;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.ImportPart.Importee;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class LookupImportTest {
    private static final Importee IMPORTEE =
            new Importee(ADA, JsonNodeFactory.instance.objectNode(), List.of(), NOON);

    private final HashPool pool = new HashPool(1, 8);
    private final CodeHasher hasher = new CodeHasher(pool, (cost, secret, salt) -> secret);
    private final LookupImport imports = new LookupImport(hasher, false, byte[]::new);

    @AfterEach
    void end() {
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"codes", "recovery_codes"})
    void usedCodesStayUsed(String key) {
        LookupState codes =
                imported(
                        """
                        {"config": {"%s": [{"code": "aaaaaa01", "used_at": null},
                          {"code": "aaaaaa02", "used_at": "2020-01-02T03:04:05+01:00"},
                          {"code": "aaaaaa03"}]}}\
                        """
                                .formatted(key));

        assertThat(codes.remaining()).isEqualTo(2);
        assertThat(codes.find(hasher.hash("aaaaaa02", codes.set()))).hasValue(1);
        assertThat(codes.spent(1)).isTrue();
        assertThat(codes.spent(0) || codes.spent(2)).isFalse();
        assertThat(codes.usedAt().get(1)).isEqualTo("2020-01-02T02:04:05Z");
        assertThat(codes.toString()).doesNotContain("aaaaaa0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"config\": {\"codes\": []}}",
                "{\"config\": {\"codes\": \"aaaaaa01\"}}",
                "{\"config\": {\"codes\": [\"aaaaaa01\"]}}",
                "{\"config\": {\"codes\": [{\"code\": \"short\"}]}}",
                "{\"config\": {\"codes\": [{\"code\": \"with blanks\"}]}}",
                "{\"config\": {\"codes\": [{\"code\": 12345678}]}}",
                "{\"config\": {\"codes\": [{\"code\": \"aaaaaa01\"}, {\"code\": \"aaaaaa01\"}]}}",
                "{\"config\": {\"codes\": [{\"code\": \"aaaaaa01\", \"used_at\": \"lately\"}]}}"
            })
    void refusesWhatCannotBeUsedWithoutQuotingACode(String credential) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> imports.read(json(credential), IMPORTEE))
                .satisfies(problem ->
                        assertThat(problem.object("").toString())
                                .contains("code=400")
                                .contains("lookup_secret")
                                .doesNotContain("aaaaaa01"));
    }

    @Test
    void refusesMoreCodesThanOneImportMayHash() {
        StringBuilder codes = new StringBuilder("{\"code\": \"aaaaaa00\"}");
        for (int i = 1; i < 33; i++) {
            codes.append(", {\"code\": \"bbbbbb").append(i).append("\"}");
        }
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() ->
                        imports.read(json("{\"config\": {\"codes\": [" + codes + "]}}"), IMPORTEE));
    }

    private LookupState imported(String credential) {
        CredentialIntent intent = imports.read(json(credential), IMPORTEE).getFirst();
        Changed changed = (Changed) intent.decide(null);
        return Objects.requireNonNull(LookupState.of(changed.events().getFirst().apply(null)));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) new JsonMapper().readTree(text);
    }
}
