package dev.bonafide.method.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.password.Typed.Unusable;
import dev.bonafide.method.password.Typed.Usable;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PW-02, PW-03, PW-04: a password is what was typed, all of it, in one normal form. */
class TypedTest {
    @Test
    void pw02Accepts64And1024BytesAndRefuses1025() {
        assertThat(Typed.read("x".repeat(64))).isInstanceOf(Usable.class);
        assertThat(Typed.read("x".repeat(1024))).isInstanceOf(Usable.class);
        assertThat(problem("x".repeat(1025))).isEqualTo(4000033);
        assertThat(problem("x".repeat(5_000_000))).isEqualTo(4000033);
    }

    @Test
    void pw02CountsBytesNotCharacters() {
        assertThat(Typed.read("é".repeat(512))).isInstanceOf(Usable.class);
        assertThat(problem("é".repeat(512) + "x")).isEqualTo(4000033);
        assertThat(problem("😀".repeat(257))).isEqualTo(4000033);
    }

    @Test
    void pw02RefusesWhatGrowsBeyondTheLimitByNormalising() {
        // U+0958 is 3 bytes and becomes two code points of 3 bytes each
        assertThat(problem("\u0958".repeat(341))).isEqualTo(4000033);
    }

    @Test
    void pw03CutsNothingOffWhateverTheLength() {
        Argon2Hash[] hashes =
                IntStream.rangeClosed(1, 1024)
                        .mapToObj(n -> hash(password(n)))
                        .toArray(Argon2Hash[]::new);
        for (int n = 2; n <= 1024; n++) {
            assertThat(hashes[n - 1].matches(Ada.typed(password(n)))).as("%d", n).isTrue();
            assertThat(hashes[n - 1].matches(Ada.typed(password(n - 1)))).as("%d", n).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Correct horse", " correct horse", "correct horse ", "correct  horse",
                "correct horse\u0000", "correct horse\n", "correct\u00a0horse", "correct hоrse"
            })
    void pw03TrimsAndFoldsNothing(String other) {
        Argon2Hash hash = hash("correct horse");

        assertThat(hash.matches(Ada.typed("correct horse"))).isTrue();
        assertThat(hash.matches(Ada.typed(other))).isFalse();
    }

    @Test
    void pw04TakesComposedAndDecomposedFormsForOne() {
        List<String> names = names();
        assertThat(names).hasSizeGreaterThanOrEqualTo(200);
        for (String name : names) {
            String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
            String apart = Normalizer.normalize(name, Normalizer.Form.NFD);
            assertThat(apart).isNotEqualTo(composed);
            assertThat(hash(composed).matches(Ada.typed(apart))).as(name).isTrue();
            assertThat(hash(apart).matches(Ada.typed(composed))).as(name).isTrue();
        }
    }

    @Test
    void countsCodePointsOfTheNormalForm() {
        assertThat(Ada.typed("e\u0301").codePoints()).isEqualTo(1);
        assertThat(Ada.typed("😀".repeat(8)).codePoints()).isEqualTo(8);
    }

    @Test
    void keepsWhatWasReceivedForHashesThatAreNotOurs() {
        assertThat(Ada.typed("e\u0301").asReceived()).isEqualTo("e\u0301".getBytes(UTF_8));
        assertThat(Ada.typed("e\u0301").bytes()).isEqualTo("é".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "abc\udc00def", "\udc00\ud800"})
    void refusesLoneSurrogatesInsteadOfTakingThemForOneAnother(String broken) {
        assertThat(problem(broken)).isEqualTo(4000001);
    }

    @Test
    void printsNothing() {
        assertThat(Ada.typed("correct horse")).hasToString("Typed");
    }

    private static int problem(String text) {
        return ((Unusable) Typed.read(text)).problem().message().id();
    }

    private static Argon2Hash hash(String password) {
        return Argon2Hash.of(Ada.typed(password), Ada.CHEAP, new byte[16]);
    }

    /** No prefix of it repeats, so that a cut anywhere shows. */
    private static String password(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> Character.toString('!' + (i * 31 + i / 94) % 94))
                .reduce("", String::concat);
    }

    private static List<String> names() {
        List<String> first = List.of("Zoë", "Łukášek", "Renée", "Søréna", "Şebnëm", "Ngọc", "한글이름");
        return first.stream()
                .flatMap(name ->
                        Stream.iterate(0, i -> i + 1)
                                .limit(30)
                                .map(i -> name + " Ångström-" + (char) ('à' + i)))
                .filter(name -> !Normalizer.isNormalized(name, Normalizer.Form.NFD))
                .toList();
    }
}
