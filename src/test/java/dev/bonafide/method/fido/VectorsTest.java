package dev.bonafide.method.fido;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.fido.Verifier.Bound;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The test vectors of W3C Web Authentication Level 3, section 16, as they stand and changed. */
class VectorsTest {
    /** Right in themselves, and made in somebody else's frame: refused here (WR-06). */
    private static final Set<String> FRAMED =
            Set.of("none-es256-crossOrigin", "none-es256-topOrigin");

    /** {@code attStmt} and {@code fmt} of an attestation object without a statement, as CBOR. */
    private static final String NO_STATEMENT = "a363666d74646e6f6e656761747453746d74a0";

    /** The text {@code authData} as CBOR: what follows it is the authenticator's data. */
    private static final String AUTH_DATA = "686175746844617461";

    private static final Set<String> UNSIGNED = Set.of("none", "fido-u2f", "android-key");

    /** The text {@code sig} as CBOR. */
    private static final byte[] SIGNATURE = {0x63, 's', 'i', 'g'};

    /** Places in the authenticator's data: section 6.1 of the standard. */
    private static final int FLAGS = 32;

    private static final int COUNTER = 36;
    private static final int CREDENTIAL = 60;

    private static final List<String[]> CHANGES =
            List.of(
                    new String[] {"webauthn.create", "webauthn.get"},
                    new String[] {"\"challenge\":\"", "\"challenge\":\"A"},
                    new String[] {"https://example.org", "https://example.com"},
                    new String[] {"\"crossOrigin\":false", "\"crossOrigin\":true"});

    static Stream<String> names() {
        return Vectors.names().stream();
    }

    static Stream<String> own() {
        return names().filter(name -> !FRAMED.contains(name));
    }

    @Test
    void areAllThere() {
        assertThat(Vectors.names()).hasSize(15);
    }

    @ParameterizedTest
    @MethodSource("own")
    void aKeyIsBoundAndUsedAsTheStandardShows(String name) {
        assertThat(bound(name)).isNotNull();
        assertThat(used(name, assertion(name))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("names")
    void noVectorPassesForAnotherChallengeOriginOrParty(String name) {
        String registration = registration(name);
        Pending other = new Pending("AAAA", KeyFixtures.NOON, "AQ", "");
        assertThat(World.VERIFIER.bind(registration, other)).isEmpty();
        RelyingPartySettings elsewhere =
                new RelyingPartySettings("example.org", "x", Set.of("https://example.com"));
        RelyingPartySettings foreign =
                new RelyingPartySettings("example.com", "x", Set.of("https://example.org"));
        for (RelyingPartySettings party : List.of(elsewhere, foreign)) {
            Verifier verifier = new Verifier(party, new KeyWish("discouraged", "preferred"));
            assertThat(verifier.bind(registration, pending(name, "reg"))).isEmpty();
        }
    }

    @Test
    void framesOfOthersAreRefused() {
        assertThat(FRAMED)
                .noneMatch(name ->
                        World.VERIFIER.bind(registration(name), pending(name, "reg")).isPresent());
    }

    /** All is signed, so that no byte may differ; of the longer fields, each seventh. */
    @ParameterizedTest
    @MethodSource("own")
    void noUsePassesWithAChangedByte(String name) {
        OpenKey key = World.held(bound(name), "AQ");
        for (String field : List.of("authenticatorData", "signature", "clientDataJSON")) {
            String right = assertion(name);
            int length = Vectors.bytes(name, "auth." + field).length;
            int step = field.equals("authenticatorData") ? 1 : 7;
            for (int at = 0; at < length; at += step) {
                String wrong = Tamper.bytes(right, field, Tamper.flip(at));
                assertThat(World.VERIFIER.use(wrong, pending(name, "auth"), List.of(key), true))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("own")
    void noBindingPassesWithAChangedField(String name) {
        for (String[] change : CHANGES) {
            String wrong =
                    Tamper.clientData(
                            registration(name), text -> text.replace(change[0], change[1]));
            assertThat(binds(wrong, name)).as(change[1]).isFalse();
        }
        for (int at : new int[] {0, 31, FLAGS, COUNTER, CREDENTIAL}) {
            UnaryOperator<byte[]> flip = bytes -> Tamper.flip(start(bytes) + at).apply(bytes);
            String wrong = Tamper.bytes(registration(name), "attestationObject", flip);
            assertThat(binds(wrong, name) && !isUnsigned(name, at)).as("byte " + at).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"packed-self-es256", "fido-u2f-es256", "tpm-es256"})
    void noBindingPassesWithAChangedStatement(String name) {
        UnaryOperator<byte[]> flip =
                bytes -> Tamper.flip(index(bytes, SIGNATURE) + SIGNATURE.length + 9).apply(bytes);
        assertThat(binds(registration(name), name)).isTrue();
        assertThat(binds(Tamper.bytes(registration(name), "attestationObject", flip), name))
                .isFalse();
    }

    @Test
    void aStatementOfACountryThatDoesNotExistIsRefusedWithItsKey() {
        assertThat(names().filter(VectorsTest::namesNoCountry))
                .hasSize(6)
                .noneMatch(name -> binds(whole(name), name));
    }

    private static boolean binds(String answer, String name) {
        return World.VERIFIER.bind(answer, pending(name, "reg")).isPresent();
    }

    /**
     * Nothing signs the counter of a binding without a statement, nor does a U2F key; the library
     * does not know the statements of Android's key store and believes nothing that they say.
     */
    private static boolean isUnsigned(String name, int at) {
        boolean unsigned = UNSIGNED.stream().anyMatch(name::startsWith) || namesNoCountry(name);
        return at == COUNTER && unsigned;
    }

    /** Where the authenticator's data begins: with the hash of {@code example.org}. */
    private static int start(byte[] object) {
        return index(object, HexFormat.of().parseHex("bfabc37432958b06"));
    }

    private static int index(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * The certificates of these name AA as their country, which ISO 3166 leaves to its users; the
     * library wants a country that exists. A key whose statement is wrong is refused whole.
     */
    private static boolean namesNoCountry(String name) {
        return name.startsWith("packed-") && !name.startsWith("packed-self");
    }

    private static Bound bound(String name) {
        return World.VERIFIER.bind(registration(name), pending(name, "reg")).orElseThrow();
    }

    private static boolean used(String name, String answer) {
        OpenKey key = World.held(bound(name), "AQ");
        return World.VERIFIER.use(answer, pending(name, "auth"), List.of(key), true).isPresent();
    }

    private static Pending pending(String name, String ceremony) {
        byte[] challenge = Vectors.bytes(name, ceremony + ".challenge");
        return new Pending(Bytes.text(challenge), KeyFixtures.NOON, "AQ", "");
    }

    /**
     * As it stands; where its statement cannot pass, as a client sends it that was asked for none.
     */
    private static String registration(String name) {
        return namesNoCountry(name) ? withoutStatement(name) : whole(name);
    }

    private static String whole(String name) {
        return answer(name, "reg.", List.of("clientDataJSON", "attestationObject"));
    }

    private static String withoutStatement(String name) {
        String object = Vectors.hex(name, "reg.attestationObject");
        String bare = NO_STATEMENT + object.substring(object.lastIndexOf(AUTH_DATA));
        return Tamper.bytes(
                whole(name), "attestationObject", bytes -> HexFormat.of().parseHex(bare));
    }

    private static String assertion(String name) {
        return answer(name, "auth.", List.of("clientDataJSON", "authenticatorData", "signature"));
    }

    private static String answer(String name, String prefix, List<String> fields) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", text(name, "reg.credential_id")).put("type", "public-key");
        ObjectNode response = json.putObject("response");
        fields.forEach(field -> response.put(field, text(name, prefix + field)));
        return json.toString();
    }

    private static String text(String name, String field) {
        return Bytes.text(Vectors.bytes(name, field));
    }
}
