package dev.bonafide.method.fido;

import static dev.bonafide.method.fido.World.PENDING;
import static dev.bonafide.method.fido.World.VERIFIER;
import static dev.bonafide.method.fido.World.asked;
import static dev.bonafide.method.fido.World.uses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Hashes;
import dev.bonafide.method.Evidence.Accepted;
import dev.bonafide.method.Evidence.Moot;
import dev.bonafide.method.Evidence.Rejected;
import dev.bonafide.method.Evidence.Verdict;
import dev.bonafide.method.fido.SoftAuthenticator.Ceremony;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a relying party must check when a key is used (WebAuthn Level 3 section 7.2), one thing
 * changed in each. WS-02, WS-10 and WS-11 are shown over HTTP, too: {@code PasskeyScenarioTest},
 * {@code WebAuthnScenarioTest}.
 */
class AssertionRulesTest {
    private final SoftAuthenticator key = new SoftAuthenticator().of(new byte[] {1, 2, 3});

    @Test
    void acceptsWhatIsRight() {
        assertThat(uses(key.get(asked()), key)).isTrue();
    }

    @Test
    void ws01RefusesAKeyThatWasNotAskedFor() {
        assertThat(uses(key.get(asked()), new SoftAuthenticator(), new SoftAuthenticator()))
                .isFalse();
    }

    @Test
    void ws02WhoHasNoKeyNeverPassesAndAHandleHasToBeTheOwners() {
        assertThat(uses(key.get(asked()))).isFalse();
        OpenKey held = World.held(key);
        String foreign = key.of(new byte[] {9}).get(asked());
        assertThat(VERIFIER.use(foreign, PENDING, List.of(held), true)).isEmpty();
        String none = key.of(new byte[0]).get(asked());
        assertThat(VERIFIER.use(none, PENDING, List.of(held), true)).isPresent();
    }

    @Test
    void ws03WhereNobodyIsNamedTheHandleHasToSayWhose() {
        OpenKey held = World.held(key);
        assertThat(VERIFIER.use(key.get(asked()), PENDING, List.of(held), false)).isPresent();
        String none = key.of(new byte[0]).get(asked());
        assertThat(VERIFIER.use(none, PENDING, List.of(held), false)).isEmpty();
    }

    @Test
    void ws04RefusesAnotherTypeChallengeOriginFrameOrRelyingParty() {
        String other = Pending.login(Entropy.system(), KeyFixtures.NOON, "").challenge();
        List<Ceremony> wrong =
                List.of(
                        asked().as("webauthn.create"),
                        Ceremony.of(other, World.RP, World.ORIGIN),
                        asked().at("https://evil.example"),
                        asked().at("https://sub.example.org"),
                        asked().at("https://example.org:444"),
                        asked().framed(),
                        asked().under("evil.example"));
        assertThat(wrong).noneMatch(ceremony -> uses(key.get(ceremony), key));
    }

    @Test
    void ws05WantsThePersonPresentAndVerifiedWhereThatIsRequired() {
        assertThat(uses(key.get(asked().flagged(0)), key)).isFalse();
        List<OpenKey> held = List.of(World.held(key));
        String unverified = key.get(asked().flagged(Ceremony.PRESENT));
        assertThat(World.STRICT.use(unverified, PENDING, held, true)).isEmpty();
        assertThat(World.STRICT.use(key.get(asked()), PENDING, held, true)).isPresent();
    }

    @Test
    void ws06WhetherAKeyMayBeCopiedNeverChanges() {
        assertThat(uses(key.get(asked().flagged(Ceremony.PRESENT | 0x10)), key)).isFalse();
        assertThat(judged(7, false, new KeyUse(8, false, true, false))).isInstanceOf(Moot.class);
        assertThat(judged(7, false, new KeyUse(8, false, false, false)))
                .isInstanceOf(Accepted.class);
        assertThat(judged(7, null, new KeyUse(8, false, true, true))).isInstanceOf(Accepted.class);
    }

    /** CVE-2022-21449 among them: a signature of zeros was right for any key. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3006020100020100",
                "3006020101020101",
                "30060201ff0201ff",
                "3008020100020100ffff",
                "",
                "00",
                "3080020101020101"
            })
    void ws07RefusesSignaturesThatAreNone(String signature) {
        String answer =
                Tamper.bytes(
                        key.get(asked()), "signature", all -> HexFormat.of().parseHex(signature));
        assertThat(uses(answer, key)).isFalse();
    }

    @Test
    void ws07RefusesTheSignatureOfAnotherKeyAndEveryChangedByte() {
        SoftAuthenticator other =
                new SoftAuthenticator(Bytes.of(key.id())).of(new byte[] {1, 2, 3});
        assertThat(uses(other.get(asked()), key)).isFalse();
        String right = key.get(asked());
        for (String field : List.of("authenticatorData", "signature", "clientDataJSON")) {
            int length =
                    Bytes.of(Tamper.json(right).path("response").path(field).asString("")).length;
            for (int at = 0; at < length; at++) {
                assertThat(uses(Tamper.bytes(right, field, Tamper.flip(at)), key)).isFalse();
            }
            assertThat(
                            uses(
                                    Tamper.bytes(
                                            right,
                                            field,
                                            all -> Arrays.copyOf(all, all.length + 1)),
                                    key))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 6, 1, 0})
    void ws08ACounterThatDoesNotRiseIsAnEventAndRefusedWhereThatIsWanted(long received) {
        KeyUse use = new KeyUse(received, false, false, false);
        Verdict noted = judged(7, false, use);
        assertThat(noted).isInstanceOf(Accepted.class);
        assertThat(whats(((Accepted) noted).events())).containsExactly("counter-went-back");
        Verdict refused = judged(7, false, use, true);
        assertThat(refused).isInstanceOf(Rejected.class);
        assertThat(whats(((Rejected) refused).events())).containsExactly("counter-went-back");
    }

    @Test
    void ws08ACounterThatStaysZeroIsNone() {
        Verdict verdict = judged(0, false, new KeyUse(0, false, false, false), true);
        assertThat(whats(((Accepted) verdict).events())).containsExactly("used");
    }

    @Test
    void ws09AWrongAnswerChangesNothingAndVerificationIsNotRaisedByUse() {
        assertThat(judged(7, false, null)).isInstanceOf(Moot.class);
        Key key = new KeyUse(9, true, false, false).on(World.key(7, false));
        assertThat(key.facts().signCount()).isEqualTo(9);
        assertThat(key.facts().userVerified()).isFalse();
        assertThat(new KeyUse(3, true, false, false).on(key).facts().signCount()).isEqualTo(9);
    }

    @Test
    void ws10ThePlaceOfAKeyIsNotTheKey() {
        OpenKey verified = new OpenKey(World.key(7, false), KeyFixtures.MATERIAL);
        KeyFacts other =
                new KeyFacts("00".repeat(32), KeyFixtures.SEALED, Aal.AAL2, 0, false, false, false);
        Key replaced = new Key(verified.key().lineage(), other, KeyFixtures.NOON, false, false);
        KeyGuess guess = guess(verified, new KeyUse(8, false, false, false), false);
        assertThat(guess.judge(new KeysState(TestEvents.METHOD, List.of(replaced))))
                .isInstanceOf(Moot.class);
        assertThat(guess.judge(null)).isInstanceOf(Moot.class);
    }

    @Test
    void ws11DecoysAreStableAndDifferAndOfUsualLength() {
        KeyNames names =
                new KeyNames(text ->
                        Hashes.hmacSha256(new byte[32], text.getBytes(StandardCharsets.UTF_8)));
        assertThat(names.decoy("a")).isEqualTo(names.decoy("a")).isNotEqualTo(names.decoy("b"));
        assertThat(Bytes.of(names.decoy("a"))).hasSize(32);
        VERIFIER.pretend(key.get(asked()), PENDING);
        VERIFIER.pretend("{}", PENDING);
    }

    @Test
    void ws12NothingProvesMoreThanAal2() {
        Verdict verdict = judged(7, false, new KeyUse(8, true, false, false));
        assertThat(((Accepted) verdict).given().aal()).isEqualTo(Aal.AAL2);
        assertThat(Aal.values()).noneMatch(aal -> aal.wire().equals("aal3"));
    }

    private static Verdict judged(long stored, @Nullable Boolean eligible, @Nullable KeyUse use) {
        return judged(stored, eligible, use, false);
    }

    private static Verdict judged(
            long stored, @Nullable Boolean eligible, @Nullable KeyUse use, boolean refuse) {
        Key held = World.key(stored, eligible);
        OpenKey verified = new OpenKey(held, KeyFixtures.MATERIAL);
        return guess(verified, use, refuse).judge(new KeysState(TestEvents.METHOD, List.of(held)));
    }

    private static KeyGuess guess(OpenKey verified, @Nullable KeyUse use, boolean refuse) {
        Verifier.Used used = use == null ? null : new Verifier.Used(verified, use);
        return new KeyGuess(TestEvents.ALL, KeyFixtures.ADA, used, refuse, KeyFixtures.NOON);
    }

    private static List<String> whats(List<CredentialEvent> events) {
        return events.stream().map(event -> ((TestEvents.Happened) event).what()).toList();
    }
}
