package dev.bonafide.method.totp;

import static dev.bonafide.method.totp.Fixtures.APP;
import static dev.bonafide.method.totp.Fixtures.NOON;
import static dev.bonafide.method.totp.Fixtures.URL;
import static dev.bonafide.method.totp.Fixtures.ada;
import static dev.bonafide.method.totp.Fixtures.app;
import static dev.bonafide.method.totp.Fixtures.code;
import static dev.bonafide.method.totp.Fixtures.fields;
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
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class TotpLoginTest {
    private static final Totp TOTP = URL.totp();

    private final LoginPart login = Fixtures.method(1).login().orElseThrow();

    @Test
    void servesAsSecondFactorOnlyUnderTheHardCap() {
        assertThat(login.serves(Aal.AAL2)).isTrue();
        assertThat(login.serves(Aal.AAL1)).isFalse();
        assertThat(login.guard()).isEqualTo(GuardPolicy.SECOND_FACTOR);
    }

    /** Contract clause 2.4. */
    @Test
    void showsTheNodesOfKratos() throws IOException {
        var nodes = NodeJson.of(login.nodes(context(app(1), Set.of(APP))));
        assertThat(nodes)
                .isEqualTo(
                        NodeJson.parse(
                                """
                                [{"type":"input","group":"totp","attributes":{"name":"totp_code",
                                  "type":"text","disabled":false,"node_type":"input","value":"",
                                  "required":true},"messages":[],
                                  "meta":{"label":{"id":1010006,"type":"info",
                                  "text":"Code of your authenticator app"}}},
                                 {"type":"input","group":"totp","attributes":{"name":"method",
                                  "type":"submit","disabled":false,"node_type":"input",
                                  "value":"totp"},"messages":[],
                                  "meta":{"label":{"id":1010009,"type":"info",
                                  "text":"Use authenticator app"}}}]
                                """));
        NodeJson.recorded("login/2fa/totp/initial-form.json", "totp")
                .ifPresent(kratos ->
                        assertThat(NodeJson.shape(nodes)).isEqualTo(NodeJson.shape(kratos)));
    }

    @Test
    void offersNothingThatWouldNotLiftTheSession() {
        assertThat(login.nodes(context(app(1), Set.of()))).isEmpty();
        assertThat(login.nodes(context(null, Set.of(APP)))).isEmpty();
        assertThat(login.nodes(new Context(Aal.AAL1, false, null, Set.of()))).isEmpty();
    }

    /** Contract clause 2.8. */
    @Test
    void saysWhatCantBeACodeWithoutCountingIt() {
        assertThat(read(fields("{\"method\":\"totp\"}"), app(1))).isEqualTo(missing());
        assertThat(read(code(""), app(1))).isEqualTo(missing());
        assertThat(read(code("  "), app(1))).isEqualTo(missing());
        assertThat(read(fields("{\"totp_code\":[\"123456\"]}"), app(1))).isEqualTo(missing());
        assertThat(read(code(" 12345 "), app(1))).isEqualTo(tooShort(5));
        assertThat(read(fields("{\"totp_code\":12345}"), app(1))).isEqualTo(tooShort(5));
        assertThat(read(code("123456"), null))
                .isEqualTo(Invalid.of(FieldProblem.global(TotpTexts.notSetUp())));
    }

    @Test
    void theMessagesHaveKratosNumbers() {
        assertThat(TotpTexts.wrong().id()).isEqualTo(4000008);
        assertThat(TotpTexts.notSetUp().id()).isEqualTo(4000011);
        assertThat(Messages.missing("totp_code").id()).isEqualTo(4000002);
        assertThat(Messages.tooShort(6, 5).id()).isEqualTo(4000003);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void acceptsTheCodesAround(long steps) {
        long step = TOTP.step(NOON) + steps;
        assertThat(judged(" " + TOTP.code(step) + "\t", app(step - 1), NOON))
                .isInstanceOf(Accepted.class);
        assertThat(judged(TOTP.code(step), app(step), NOON)).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, -2, 2, 3})
    void rejectsTheCodesFurtherAway(long steps) {
        assertThat(judged(TOTP.code(TOTP.step(NOON) + steps), app(0), NOON))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aClockThatGoesBackwardsOpensNothing() {
        long used = TOTP.step(NOON);
        for (int back = 0; back <= 120; back += 10) {
            Instant earlier = NOON.minusSeconds(back);
            for (long step = used - 5; step <= used; step++) {
                assertThat(judged(TOTP.code(step), app(used), earlier))
                        .isInstanceOf(Rejected.class);
            }
        }
    }

    @Test
    void zeroSkewAcceptsThePresentStepOnly() {
        LoginPart strict = new TotpLogin(0, GuardPolicy.SECOND_FACTOR, Fixtures.OPENER);
        long step = TOTP.step(NOON);
        assertThat(judged(strict, TOTP.code(step), app(0), NOON)).isInstanceOf(Accepted.class);
        assertThat(judged(strict, TOTP.code(step - 1), app(0), NOON)).isInstanceOf(Rejected.class);
        assertThat(judged(strict, TOTP.code(step + 1), app(0), NOON)).isInstanceOf(Rejected.class);
    }

    /** What a right code looks like to a person, to a parser of numbers, or to a sloppy regex. */
    @ParameterizedTest
    @CsvSource({"'', 7", "'+', ''", "'-', ''", "0, ''", "'', .0", "'', e0", "'', ' 0'", "1_, ''"})
    void takesOnlyTheExactDigits(String before, String after) {
        String right = TOTP.code(TOTP.step(NOON));
        assertThat(judged(before + right + after, app(0), NOON)).isInstanceOf(Rejected.class);
        assertThat(judged(right.substring(0, 3) + " " + right.substring(3), app(0), NOON))
                .isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0660, 0x06F0, 0x0966, 0x0E50, 0xFF10, 0x1D7CE})
    void takesNoOtherScriptsDigits(int zero) {
        StringBuilder other = new StringBuilder();
        TOTP.code(TOTP.step(NOON))
                .chars()
                .forEach(digit -> other.appendCodePoint(zero + digit - '0'));
        assertThat(judged(other.toString(), app(0), NOON)).isInstanceOf(Rejected.class);
    }

    private Reading read(ObjectNode fields, @Nullable CredentialState held) {
        return login.read(fields, context(held, Set.of(APP)), NOON);
    }

    private Verdict judged(String code, CredentialState held, Instant now) {
        return judged(login, code, held, now);
    }

    private static Verdict judged(LoginPart part, String code, CredentialState held, Instant now) {
        Reading reading = part.read(code(code), context(held, Set.of(APP)), now);
        return ((Guess) reading).weigh().get().judge(held);
    }

    private static Context context(@Nullable CredentialState held, Set<Lineage> lifting) {
        return new Context(Aal.AAL2, false, ada(held), lifting);
    }

    private static Invalid missing() {
        return Invalid.of(FieldProblem.at("totp_code", Messages.missing("totp_code")));
    }

    private static Invalid tooShort(int actual) {
        return Invalid.of(FieldProblem.at("totp_code", Messages.tooShort(6, actual)));
    }
}
