package dev.bonafide.method.fido;

import static dev.bonafide.method.fido.World.VERIFIER;
import static dev.bonafide.method.fido.World.asked;
import static dev.bonafide.method.fido.World.binds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.method.CredentialIntent.Changed;
import dev.bonafide.method.CredentialIntent.Impossible;
import dev.bonafide.method.fido.SoftAuthenticator.Ceremony;
import dev.bonafide.method.fido.Verifier.Bound;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a relying party must check when a key is bound (WebAuthn Level 3 section 7.1), one thing
 * changed in each. WR-01, WR-15 and WR-18 are shown over HTTP, too: {@code PasskeyScenarioTest}.
 */
class RegistrationRulesTest {
    private final SoftAuthenticator key = new SoftAuthenticator();

    @Test
    void bindsWhatIsRight() {
        assertThat(binds(key.create(asked()))).isTrue();
    }

    @Test
    void wr01ChallengesAreRandomAndLiveTenMinutes() {
        Set<String> challenges =
                Stream.generate(() -> Pending.login(Entropy.system(), KeyFixtures.NOON, ""))
                        .limit(100)
                        .map(Pending::challenge)
                        .collect(Collectors.toSet());
        assertThat(challenges).hasSize(100).allMatch(one -> Bytes.of(one).length == 32);
        Pending pending = Pending.parse(World.PENDING.text());
        assertThat(pending).isEqualTo(World.PENDING);
        assertThat(pending.alive(pending.madeAt().plusSeconds(599))).isTrue();
        assertThat(pending.alive(pending.madeAt().plusSeconds(600))).isFalse();
    }

    @Test
    void wr02ReadsClientDataStrictly() {
        String right = key.create(asked());
        assertThat(binds(Tamper.clientData(right, text -> text + "{}"))).isFalse();
        assertThat(binds(Tamper.clientData(right, text -> text + "x"))).isFalse();
        assertThat(
                        binds(
                                Tamper.clientData(
                                        right,
                                        text ->
                                                text.replace(
                                                        "}", ",\"type\":\"webauthn.create\"}"))))
                .isFalse();
        assertThat(binds(Tamper.clientData(right, text -> "[]"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webauthn.get", "WebAuthn.create", "payment.get"})
    void wr03RefusesATypeOfAnotherCeremony(String type) {
        assertThat(binds(key.create(asked().as(type)))).isFalse();
    }

    @Test
    void wr04RefusesAnotherChallenge() {
        String other = Pending.binding(Entropy.system(), KeyFixtures.NOON).challenge();
        assertThat(binds(key.create(Ceremony.of(other, World.RP, World.ORIGIN)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "https://example.org:8443",
                "https://example.org.evil.example",
                "https://evil-example.org",
                "https://sub.example.org",
                "https://example.org/",
                "HTTPS://example.org",
                ""
            })
    void wr05ComparesOriginsExactly(String origin) {
        assertThat(binds(key.create(asked().at(origin)))).isFalse();
    }

    @Test
    void wr06RefusesFramesOfOthers() {
        assertThat(binds(key.create(asked().framed()))).isFalse();
        String framed =
                Tamper.clientData(
                        key.create(asked()),
                        text -> text.replace("}", ",\"topOrigin\":\"https://example.org\"}"));
        assertThat(binds(framed)).isFalse();
    }

    @Test
    void wr07RefusesWhatIsNotWholeCborOfBoundedSize() {
        String right = key.create(asked());
        String field = "attestationObject";
        for (int more : new int[] {1, -1}) {
            assertThat(
                            binds(
                                    Tamper.bytes(
                                            right,
                                            field,
                                            all -> Arrays.copyOf(all, all.length + more))))
                    .isFalse();
        }
        byte[] deep = HexFormat.of().parseHex("81".repeat(10_000));
        assertThat(binds(Tamper.bytes(right, field, all -> deep))).isFalse();
        assertThat(binds(Tamper.bytes(right, field, all -> new byte[100_000]))).isFalse();
    }

    @Test
    void wr08RefusesAnotherRelyingParty() {
        assertThat(binds(key.create(asked().under("evil.example")))).isFalse();
    }

    @Test
    void wr09WantsThePersonPresent() {
        assertThat(binds(key.create(asked().flagged(0)))).isFalse();
    }

    @Test
    void wr10WantsThePersonVerifiedWhereThatIsRequired() {
        String unverified = key.create(asked().flagged(Ceremony.PRESENT));
        assertThat(World.STRICT.bind(unverified, World.PENDING)).isEmpty();
        assertThat(World.STRICT.bind(key.create(asked()), World.PENDING)).isPresent();
    }

    @Test
    void wr11RefusesABackupOfWhatCanNotBeBackedUp() {
        assertThat(binds(key.create(asked().flagged(Ceremony.PRESENT | 0x10)))).isFalse();
        assertThat(binds(key.create(asked().flagged(Ceremony.PRESENT | 0x18)))).isTrue();
    }

    @Test
    void wr12RefusesKeysBesideTheirCurveAndAlgorithmsThatWereNotOffered() {
        String right = key.create(asked());
        int cose = 55 + Bytes.of(key.id()).length;
        assertThat(binds(Tamper.authData(right, cose + 12, old -> (byte) (old ^ 1)))).isFalse();
        // -65535 does not fit; -9 in the place of -7 is nobody's algorithm.
        assertThat(binds(Tamper.authData(right, cose + 4, old -> (byte) 0x28))).isFalse();
    }

    @Test
    void wr13TakesFormatsByTheirExactNames() {
        String right = key.create(asked());
        assertThat(binds(Tamper.bytes(right, "attestationObject", all -> named(all, "None"))))
                .isFalse();
        assertThat(binds(Tamper.bytes(right, "attestationObject", all -> named(all, "junk"))))
                .isFalse();
    }

    @Test
    void wr14RefusesIdsThatAreTooLong() {
        assertThat(binds(new SoftAuthenticator(new byte[1023]).create(asked()))).isTrue();
        assertThat(binds(new SoftAuthenticator(new byte[1024]).create(asked()))).isFalse();
    }

    @Test
    void wr15RefusesAKeyThatIsHeld() {
        Bound bound = VERIFIER.bind(key.create(asked()), World.PENDING).orElseThrow();
        BindKey bind = bind(bound);
        Changed changed = (Changed) bind.decide(null);
        KeysState held = KeysState.of(changed.events().getFirst().apply(null));
        assertThat(bind.decide(held)).isInstanceOf(Impossible.class);
        assertThat(held).isNotNull();
    }

    @Test
    void wr16KeepsWhatIsNeededLaterUnderARandomHandle() {
        int flags = Ceremony.PRESENT | Ceremony.VERIFIED | 0x08;
        Bound bound =
                VERIFIER.bind(key.counting(41).create(asked().flagged(flags)), World.PENDING)
                        .orElseThrow();
        assertThat(bound.use()).isEqualTo(new KeyUse(42, true, true, false));
        assertThat(bound.material().id()).isEqualTo(key.id());
        assertThat(bound.material().publicKey()).isEqualTo(Bytes.text(key.cose()));
        assertThat(bound.material().transports()).containsExactly("usb");
        assertThat(bound.material().userHandle()).isEqualTo(World.PENDING.handle());
        assertThat(Bytes.of(World.PENDING.handle())).hasSize(64);
    }

    @Test
    void wr17IgnoresExtensionsThatNobodyAskedFor() {
        var answer = Tamper.json(key.create(asked()));
        answer.putObject("clientExtensionResults").put("appid", true).putObject("credProps");
        assertThat(binds(answer.toString())).isTrue();
    }

    @Test
    void wr18TakesTheHandleFromTheFlowAndNotFromTheClient() {
        var answer = Tamper.json(key.create(asked()));
        answer.put("userId", "mallory").put("userHandle", "bWFsbG9yeQ");
        Bound bound = VERIFIER.bind(answer.toString(), World.PENDING).orElseThrow();
        assertThat(bound.material().userHandle()).isEqualTo(World.PENDING.handle());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "\"x\"", "{\"id\":\"AQ\",\"type\":\"x\"}", "{"})
    void refusesWhatIsNoAnswerAtAll(String answer) {
        assertThat(binds(answer)).isFalse();
    }

    @Test
    void refusesAnIdBesideTheOneThatIsBound() {
        var answer = Tamper.json(key.create(asked())).put("id", new SoftAuthenticator().id());
        answer.remove("rawId");
        assertThat(binds(answer.toString())).isFalse();
    }

    private static BindKey bind(Bound bound) {
        KeyFacts facts =
                new KeyFacts(
                        KeyFixtures.NAME,
                        KeyFixtures.SEALED,
                        Aal.AAL1,
                        bound.use().signCount(),
                        true,
                        false,
                        false);
        Lineage lineage = new Lineage(Entropy.system().uuid());
        return new BindKey(
                TestEvents.ALL, KeyFixtures.ADA, lineage, facts, "field", KeyFixtures.NOON);
    }

    private static byte[] named(byte[] object, String format) {
        byte[] changed = object.clone();
        System.arraycopy(
                format.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, changed, 6, 4);
        return changed;
    }
}
