package dev.bonafide.method.lookup;

import static dev.bonafide.method.lookup.Fixtures.NOON;
import static dev.bonafide.method.lookup.Fixtures.SET;
import static dev.bonafide.method.lookup.Fixtures.STRETCHED;
import static dev.bonafide.method.lookup.Fixtures.ada;
import static dev.bonafide.method.lookup.Fixtures.fields;
import static dev.bonafide.method.lookup.Fixtures.held;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.method.Evidence.Accepted;
import dev.bonafide.method.Evidence.Rejected;
import dev.bonafide.method.Evidence.Verdict;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.LoginPart.Context;
import dev.bonafide.method.LoginPart.Guess;
import dev.bonafide.method.LoginPart.Invalid;
import dev.bonafide.method.LoginPart.Reading;
import dev.bonafide.method.Messages;
import dev.bonafide.method.NodeJson;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LookupLoginTest {
    private final LoginPart login = Fixtures.method(false).login().orElseThrow();

    @Test
    void servesAsSecondFactorOnlyUnderTheHardCap() {
        assertThat(login.serves(Aal.AAL2)).isTrue();
        assertThat(login.serves(Aal.AAL1)).isFalse();
        assertThat(login.guard()).isEqualTo(GuardPolicy.SECOND_FACTOR);
    }

    /** Contract clause 2.4. */
    @Test
    void showsTheNodesOfKratos() throws IOException {
        var nodes = NodeJson.of(login.nodes(context(held(), Set.of(SET))));
        assertThat(nodes)
                .isEqualTo(
                        NodeJson.parse(
                                """
                                [{"type":"input","group":"lookup_secret","attributes":{
                                  "name":"lookup_secret","type":"text","disabled":false,
                                  "node_type":"input","value":"","required":true},"messages":[],
                                  "meta":{"label":{"id":1010007,"type":"info",
                                  "text":"Backup code"}}},
                                 {"type":"input","group":"lookup_secret","attributes":{
                                  "name":"method","type":"submit","disabled":false,
                                  "node_type":"input","value":"lookup_secret"},"messages":[],
                                  "meta":{"label":{"id":1010010,"type":"info",
                                  "text":"Use backup code"}}}]
                                """));
        NodeJson.recorded("login/2fa/lookup_secret/initial-form.json", "lookup_secret")
                .ifPresent(kratos ->
                        assertThat(NodeJson.shape(nodes)).isEqualTo(NodeJson.shape(kratos)));
    }

    @Test
    void offersNothingThatWouldNotLiftTheSession() {
        assertThat(login.nodes(context(held(), Set.of()))).isEmpty();
        assertThat(login.nodes(context(null, Set.of(SET)))).isEmpty();
        assertThat(login.nodes(new Context(Aal.AAL1, false, null, Set.of()))).isEmpty();
    }

    /** Contract clause 2.8. */
    @Test
    void saysWhatCantBeACodeWithoutCountingIt() {
        Invalid missing =
                Invalid.of(FieldProblem.at("lookup_secret", Messages.missing("lookup_secret")));
        assertThat(read(fields("{\"method\":\"lookup_secret\"}"), held())).isEqualTo(missing);
        assertThat(read(code(""), held())).isEqualTo(missing);
        assertThat(read(code("aaaaaaa0"), null))
                .isEqualTo(Invalid.of(FieldProblem.global(LookupTexts.notSetUp())));
        assertThat(STRETCHED).hasValue(0);
    }

    @Test
    void theMessagesHaveKratosNumbers() {
        assertThat(LookupTexts.wrong().id()).isEqualTo(4000016);
        assertThat(LookupTexts.used().id()).isEqualTo(4000012);
        assertThat(LookupTexts.notSetUp().id()).isEqualTo(4000014);
        assertThat(LookupTexts.nothingPending().id()).isEqualTo(4000001);
        assertThat(LookupTexts.nothingToShow().id()).isEqualTo(4000001);
    }

    /** Right, used, wrong, and what can't be right: the same work (security goal LS-02). */
    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaa1", "aaaaaaa0", "zzzzzzzz", "x", " ", "…", "a b c d e f g h i"})
    void stretchesExactlyOnceAGuess(String code) {
        judged(code, held().used(0, NOON));
        assertThat(STRETCHED).hasValue(1);
    }

    @Test
    void stretchesOnceWhateverTheCodesPlace() {
        for (String code : Fixtures.CODES) {
            STRETCHED.set(0);
            assertThat(judged(code, held())).isInstanceOf(Accepted.class);
            assertThat(STRETCHED).hasValue(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AAAAAAA1",
        "' aaaaaaa1'",
        "'aaaaaaa1 '",
        "aaaaaaa",
        "aaaaaaa11",
        "'aaaa aaa1'",
        "аaaaaaa1"
    })
    void takesACodeOnlyExactlyAsItIs(String code) {
        assertThat(judged(code, held())).isInstanceOf(Rejected.class);
    }

    @Test
    void aNumberIsTakenAsItsDigits() {
        assertThat(read(fields("{\"lookup_secret\":12345678}"), held())).isInstanceOf(Guess.class);
    }

    private Reading read(ObjectNode fields, @Nullable CredentialState held) {
        return login.read(fields, context(held, Set.of(SET)), NOON);
    }

    private Verdict judged(String code, CredentialState held) {
        return ((Guess) read(code(code), held)).weigh().get().judge(held);
    }

    private static ObjectNode code(String code) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("method", "lookup_secret")
                .put("lookup_secret", code);
    }

    private static Context context(@Nullable CredentialState held, Set<Lineage> lifting) {
        return new Context(Aal.AAL2, false, ada(held), lifting);
    }
}
