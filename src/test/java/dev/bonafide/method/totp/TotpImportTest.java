package dev.bonafide.method.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bonafide.http.Problem;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent.Changed;
import dev.bonafide.method.ImportPart.Importee;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TotpImportTest {
    private static final IdentityId ADA = IdentityId.of("01990000-0000-7000-8000-00000000ada0");
    private static final Importee IMPORTEE =
            new Importee(ADA, JsonNodeFactory.instance.objectNode(), List.of(), Instant.EPOCH);

    private final TotpImport imports = new TotpImport(byte[]::new);

    /** RFC 6238 appendix B, at 1111111109 s. */
    @ParameterizedTest
    @CsvSource({
        "SHA1, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 07081804",
        "sha256, gezd gnbv gy3t qojq gezd gnbv gy3t qojq gezd gnbv gy3t qojq geza====, 68084774",
    })
    void whatIsImportedMakesTheCodesOfItsOwnParameters(
            String algorithm, String secret, String code) {
        Changed changed =
                decided("otpauth://totp/ada?Digits=8&ALGORITHM=" + algorithm + "&secret=" + secret);

        Totp totp = OtpAuthUrl.parse(url(changed, 0)).totp();
        assertThat(totp.match(code, Instant.ofEpochSecond(1_111_111_109), 0)).isPresent();
    }

    @Test
    void anotherAppTakesThePlaceOfTheOneHeld() {
        Changed first = decided("otpauth://totp/ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        var held = Objects.requireNonNull(first.events().getFirst().apply(null));

        Changed second =
                (Changed)
                        imports.read(
                                        json("otpauth://totp/ada?secret=MZXW6YTBOJTG633CMFZGM33P"),
                                        IMPORTEE)
                                .getFirst()
                                .decide(held);

        assertThat(second.events())
                .satisfiesExactly(
                        event -> assertThat(event).isInstanceOf(TotpEvent.Removed.class),
                        event -> assertThat(event).isInstanceOf(TotpEvent.Imported.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "otpauth://totp/ada?secret=GEZDGNBV",
                "otpauth://totp/ada?digits=7&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                "otpauth://totp/ada?algorithm=MD5&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                "otpauth://hotp/ada?counter=1&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            })
    void saysWhyAnAddressCannotBeUsedButNotTheSecret(String url) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> imports.read(json(url), IMPORTEE))
                .satisfies(problem ->
                        assertThat(problem.object("").toString())
                                .contains("credentials.totp.config.totp_url can't be used")
                                .doesNotContain("GEZDGNBV"));
    }

    private Changed decided(String url) {
        return (Changed) imports.read(json(url), IMPORTEE).getFirst().decide(null);
    }

    private static String url(Changed changed, int index) {
        TotpEvent.Imported imported = (TotpEvent.Imported) changed.events().get(index);
        return ((Sealed.Fresh) imported.url()).text();
    }

    private static ObjectNode json(String url) {
        ObjectNode credential = JsonNodeFactory.instance.objectNode();
        credential.putObject("config").put("totp_url", url);
        return credential;
    }
}
