package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** PW-01, PW-05, PW-06: what a new password must be, and what it need not be. */
class PasswordPolicyTest {
    private static final CommonPasswords COMMON =
            CommonPasswords.shipped(List.of("Bonafide", "login.example.com"));
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    @ParameterizedTest
    @CsvSource({
        "8, Gx7kPq2, 7",
        "8, Gx7kPq2w, 0",
        "15, Gx7kPq2wTz5mLr, 14",
        "15, Gx7kPq2wTz5mLrB, 0",
        "8, 😀🐘🎺🍋🚲🧲🪁, 7",
        "8, 😀🐘🎺🍋🚲🧲🪁🧬, 0"
    })
    void pw01CountsCodePointsAgainstTheLeast(int least, String password, int tooShort) {
        Optional<Message> message =
                problem(policy(least, true), password).map(FieldProblem::message);

        assertThat(message.map(Message::id)).isEqualTo(tooShort == 0 ? none() : is(4000032));
        message.ifPresent(one ->
                assertThat(one.context())
                        .isEqualTo(Map.of("min_length", least, "actual_length", tooShort)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kqzvwmxjrtbnlpdh",
                "KQZVWMXJRTBNLPDH",
                "8402915736184027",
                "correct horse battery staple",
                "         x y z 9    ",
                "ÅßçÐëƒ©˙ˆ∆˚¬…æ"
            })
    void pw05AsksForNoKindsOfCharacters(String password) {
        assertThat(id(policy(8, true), password)).isEmpty();
    }

    @Test
    void pw05RefusesTheSameLetter64TimesByTheBlocklistAlone() {
        assertThat(id(policy(8, true), "a".repeat(64))).isEqualTo(is(4000034));
    }

    @Test
    void pw06RefusesEveryFrequentPasswordThatIsLongEnough() throws IOException {
        List<String> frequent =
                StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                        .filter(one -> one.length() >= 8)
                        .toList();
        assertThat(frequent).hasSizeGreaterThan(3_000);
        PasswordPolicy policy = policy(8, true);
        assertThat(frequent).allSatisfy(one -> assertThat(id(policy, one)).isEqualTo(is(4000034)));
    }

    @Test
    void pw06RefusesWhatPeopleMakeOfThemWhereTheLeastIs15() throws IOException {
        List<String> made =
                StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                        .filter(one -> one.length() >= 8 && one.length() < 15)
                        .limit(4_000)
                        .map(one -> one + one)
                        .toList();
        PasswordPolicy policy = policy(15, true);
        assertThat(made).allSatisfy(one -> assertThat(id(policy, one)).isEqualTo(is(4000034)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sunshine",
                "SUNSHINE2024",
                "sunshine!",
                "sunshine1234567890",
                "PassWordPassWord",
                "passwordpasswordpa",
                "abcabcabcabc",
                "abcdefghijklm",
                "nmlkjihgfedcba",
                "qwertyuiopasdfgh",
                "1qaz2wsx3edc4rfv",
                "0987654321",
                "ｓｕｎｓｈｉｎｅ",
                "bonafide",
                "Bonafide1!",
                "bonafidebonafide",
                "login.example.com"
            })
    void pw06RefusesVariantsAndTheNameOfTheService(String password) {
        assertThat(id(policy(8, true), password)).isEqualTo(is(4000034));
    }

    @Test
    void pw06RefusesPartsOfTheIdentifierWithATail() {
        PasswordPolicy lenient = policy(8, false);
        assertThat(id(lenient, "augusta.king!", "augusta.king@example.org")).isEqualTo(is(4000034));
        assertThat(id(lenient, "augusta1842", "augusta.king@example.org")).isEqualTo(is(4000034));
        assertThat(id(lenient, "augusta1842", "somebody@example.org")).isEmpty();
    }

    @Test
    void pw06JudgesTheWholePasswordNotWordsWithin() {
        assertThat(id(policy(8, true), "my password is a secret of mine")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "ADA@EXAMPLE.ORG",
                "xda@example.or",
                "example.org!!!!",
                "lovelace#77k"
            })
    void refusesWhatIsSimilarToWhatIsKnown(String password) {
        assertThat(problem(policy(8, true), password, "ada@example.org", Ada.traits("a@b.c")))
                .map(one -> one.message().id())
                .contains(4000031);
    }

    @Test
    void looksForSimilarityOnlyIfToldTo() {
        assertThat(id(policy(8, false), "example.org!!!!zz", "ada@example.org")).isEmpty();
    }

    /** A bound on the work, not on similarity: somebody could make traits large on purpose. */
    @Test
    void comparesWithABoundedNumberOfTraitsOfABoundedLength() {
        ObjectNode traits = JsonNodeFactory.instance.objectNode();
        traits.put("long", "-".repeat(256) + "wild geese flying");
        for (int i = 0; i < 100; i++) {
            traits.put("t" + i, "-");
        }
        traits.put("late", "wild geese flying");

        assertThat(problem(policy(8, true), "wild geese flying", "ada@example.org", traits))
                .isEmpty();
        traits.remove("t7");
        traits.remove("t8");
        traits.remove("t9");
        assertThat(problem(policy(8, true), "wild geese flying", "ada@example.org", traits))
                .map(one -> one.message().id())
                .contains(4000031);
    }

    @Test
    void saysItAtTheField() {
        assertThat(problem(policy(8, true), "short")).map(FieldProblem::node).contains("password");
    }

    private static Optional<Integer> is(int id) {
        return Optional.of(id);
    }

    private static Optional<Integer> none() {
        return Optional.empty();
    }

    private static PasswordPolicy policy(int least, boolean similarity) {
        return new PasswordPolicy(new PasswordSettings.Config(least, similarity), COMMON);
    }

    private static Optional<Integer> id(PasswordPolicy policy, String password) {
        return problem(policy, password).map(one -> one.message().id());
    }

    private static Optional<Integer> id(PasswordPolicy policy, String password, String identifier) {
        return problem(policy, password, identifier, NOTHING).map(one -> one.message().id());
    }

    private static Optional<FieldProblem> problem(PasswordPolicy policy, String password) {
        return problem(policy, password, "§§§§§§§§§§§§§§§§§§§§§§§§§§§§§§", NOTHING);
    }

    private static Optional<FieldProblem> problem(
            PasswordPolicy policy, String password, String identifier, ObjectNode traits) {
        return policy.problem(Ada.typed(password), List.of(identifier), traits);
    }
}
