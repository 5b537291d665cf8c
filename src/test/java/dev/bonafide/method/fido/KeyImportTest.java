package dev.bonafide.method.fido;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bonafide.http.Problem;
import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent.Changed;
import dev.bonafide.method.ImportPart.Importee;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class KeyImportTest {
    private static final KeyNames NAMES =
            new KeyNames(
                    text -> Hashes.hmacSha256(new byte[32], text.getBytes(StandardCharsets.UTF_8)));
    private static final SoftAuthenticator KEY = new SoftAuthenticator();
    private static final Importee IMPORTEE =
            new Importee(
                    KeyFixtures.ADA,
                    JsonMapper.shared().createObjectNode(),
                    List.of(),
                    KeyFixtures.NOON);

    @Test
    void readsKratosRecordOfAKeyWithAllThatItSays() {
        Key key = imported(record(), false).getFirst();
        assertThat(key.imported()).isTrue();
        assertThat(key.addedAt()).isEqualTo(Instant.parse("2022-02-28T16:40:39.123456Z"));
        assertThat(key.facts().name()).isEqualTo(NAMES.of(KEY.id()));
        assertThat(key.facts().signCount()).isEqualTo(5);
        assertThat(key.facts().backupEligible()).isTrue();
        KeyMaterial material = KeyMaterial.parse(((Sealed.Fresh) key.facts().material()).text());
        assertThat(material.id()).isEqualTo(KEY.id());
        assertThat(material.publicKey()).isEqualTo(Bytes.text(KEY.cose()));
        assertThat(material.displayName()).isEqualTo("Blue key");
        assertThat(material.transports()).containsExactly("usb", "nfc");
    }

    @ParameterizedTest
    @CsvSource({"false, false, AAL2", "true, false, AAL1", "false, true, AAL1"})
    void whatAKeyCountsAsIsItsOwnAndNotTodaysConfiguration(
            boolean passwordless, boolean alwaysFirst, Aal aal) {
        ObjectNode record = record();
        credential(record).put("is_passwordless", passwordless);
        assertThat(imported(record, alwaysFirst).getFirst().facts().aal()).isEqualTo(aal);
    }

    @Test
    void readsBytesAsNumbersAndInEitherAlphabet() {
        ObjectNode record = record();
        var numbers = credential(record).putArray("id");
        for (byte b : Bytes.of(KEY.id())) {
            numbers.add(b & 0xFF);
        }
        credential(record).put("public_key", Base64.getEncoder().encodeToString(KEY.cose()));
        assertThat(imported(record, false).getFirst().facts().name()).isEqualTo(NAMES.of(KEY.id()));
    }

    @Test
    void recordsOfOlderServersSayNothingOfBackups() {
        ObjectNode record = record();
        credential(record).remove("flags");
        assertThat(imported(record, false).getFirst().facts().backupEligible()).isNull();
    }

    @Test
    void takesThePlaceOfTheKeysHeld() {
        CredentialState held = applied(decided(record(), false, null), null);
        Changed again = decided(record(), false, held);
        assertThat(KeysState.keys(applied(again, held))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id | \"\" | credentials[0].id has to have 1 to 1023 bytes",
                "/id | \"*\" | credentials[0].id is no base64",
                "/id | [1, 256] | credentials[0].id is no base64",
                "/public_key | \"AQID\" | credentials[0].public_key is no COSE key",
                "/authenticator/sign_count | -1 | authenticator.sign_count has to be 0 to",
                "/authenticator/sign_count | 4294967296 | authenticator.sign_count has to be 0 to",
                "/authenticator/sign_count | 1.5 | authenticator.sign_count is no whole number",
                "/authenticator/aaguid | \"AAAAAAAAAAAAAAAAAAAAAAAA\" | authenticator.aaguid",
                "/added_at | \"yesterday\" | credentials[0].added_at is no RFC 3339 time",
            })
    void saysWhichFieldOfWhichKeyCannotBeUsed(String field, String value, String says) {
        ObjectNode record = record();
        int slash = field.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) credential(record).at(field.substring(0, slash));
        parent.set(field.substring(slash + 1), JsonMapper.shared().readTree(value));
        refuses(record, false, says);
    }

    @Test
    void refusesWhatCouldNeverLogIn() {
        ObjectNode nobodys = record();
        config(nobodys).remove("user_handle");
        assertThat(imported(nobodys, false)).hasSize(1);
        refuses(nobodys, true, "user_handle has to say whose");
        ObjectNode twice = record();
        config(twice).withArray("credentials").add(credential(twice).deepCopy());
        refuses(twice, false, "holds a key twice");
        ObjectNode none = record();
        config(none).putArray("credentials");
        refuses(none, false, "is not a list of 1 to 64 keys");
    }

    @Test
    void refusesAPointBesideItsCurve() {
        byte[] cose = KEY.cose();
        cose[cose.length - 1] ^= 1;
        ObjectNode record = record();
        credential(record).put("public_key", Bytes.text(cose));
        refuses(record, false, "public_key is");
    }

    private static void refuses(ObjectNode record, boolean alwaysFirst, String says) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> imported(record, alwaysFirst))
                .satisfies(problem ->
                        assertThat(problem.object("").toString())
                                .contains("credentials.security.config")
                                .contains(says)
                                .contains("code=400"));
    }

    private static List<Key> imported(ObjectNode record, boolean alwaysFirst) {
        return KeysState.keys(applied(decided(record, alwaysFirst, null), null));
    }

    private static Changed decided(
            ObjectNode record, boolean alwaysFirst, @Nullable CredentialState held) {
        KeyImport imports = new KeyImport(TestEvents.ALL, NAMES, Entropy.system(), alwaysFirst);
        return (Changed) imports.read(record, IMPORTEE).getFirst().decide(held);
    }

    private static @Nullable CredentialState applied(
            Changed changed, @Nullable CredentialState before) {
        CredentialState held = before;
        for (CredentialEvent event : changed.events()) {
            held = event.apply(held);
        }
        return held;
    }

    private static ObjectNode config(ObjectNode record) {
        return (ObjectNode) Objects.requireNonNull(record.get("config"));
    }

    private static ObjectNode credential(ObjectNode record) {
        return (ObjectNode) Objects.requireNonNull(config(record).get("credentials").get(0));
    }

    private static ObjectNode record() {
        return (ObjectNode)
                JsonMapper.shared()
                        .readTree(
                                """
                                {"config": {"user_handle": "BwcHBw==", "credentials": [{
                                  "id": "%s", "public_key": "%s", "attestation_type": "none",
                                  "authenticator": {"aaguid": "AAAAAAAAAAAAAAAAAAAAAA==",
                                    "sign_count": 5, "clone_warning": false},
                                  "display_name": "Blue key", "is_passwordless": false,
                                  "added_at": "2022-02-28T16:40:39.123456789Z",
                                  "flags": {"user_present": true, "user_verified": true,
                                    "backup_eligible": true, "backup_state": false},
                                  "transport": ["usb", "nfc", "<x>"]}]}}
                                """
                                        .formatted(KEY.id(), Bytes.text(KEY.cose())));
    }
}
