package dev.bonafide.method.lookup;

import static dev.bonafide.method.lookup.Fixtures.ADA;
import static dev.bonafide.method.lookup.Fixtures.NOON;
import static dev.bonafide.method.lookup.Fixtures.SET;
import static dev.bonafide.method.lookup.Fixtures.STRETCHED;
import static dev.bonafide.method.lookup.Fixtures.ada;
import static dev.bonafide.method.lookup.Fixtures.fields;
import static dev.bonafide.method.lookup.Fixtures.held;
import static dev.bonafide.method.lookup.Fixtures.revealable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import dev.bonafide.method.SettingsPart;
import dev.bonafide.method.SettingsPart.Change;
import dev.bonafide.method.SettingsPart.Context;
import dev.bonafide.method.SettingsPart.Invalid;
import dev.bonafide.method.SettingsPart.Reading;
import dev.bonafide.method.SettingsPart.Show;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupEnrolmentTest {
    private static final String CONFIRM = "{\"lookup_secret_confirm\":true}";
    private static final String REVEAL = "{\"lookup_secret_reveal\":true}";
    private static final String DISABLE = "{\"lookup_secret_disable\":true}";
    private static final String REGENERATE = "{\"lookup_secret_regenerate\":true}";

    private final LookupMethod method = Fixtures.method(false);
    private final SettingsPart settings = method.settings().orElseThrow();
    private final SettingsPart revealing = Fixtures.method(true).settings().orElseThrow();
    private final PendingCodes pending = PendingCodes.make(Fixtures.seeded(9));

    @Test
    void aFlowBeginsWithoutAnythingToRemember() {
        assertThat(settings.begin(ada(null))).isEmpty();
        assertThat(settings.begin(ada(held()))).isEmpty();
    }

    /** Contract clause 3.4: nothing is stored yet, old codes stay valid. */
    @Test
    void regeneratingOnlyShowsNewCodes() {
        Show first = (Show) read(settings, REGENERATE, held(), null);
        Show second = (Show) read(settings, REGENERATE, held(), first.memory());
        assertThat(PendingCodes.parse(first.memory()).codes()).hasSize(12);
        assertThat(second.memory()).isNotEqualTo(first.memory());
        assertThat(STRETCHED).hasValue(0);
    }

    @Test
    void confirmingHashesTheCodesThatWereShown() {
        RegenerateLookupSecrets intent =
                (RegenerateLookupSecrets) intent(settings, CONFIRM, held(), pending.text());
        assertThat(STRETCHED).hasValue(12);
        assertThat(intent.set().salt()).isEqualTo(pending.salt());
        assertThat(intent.set().hashes())
                .isEqualTo(
                        pending.codes().stream()
                                .map(code -> Fixtures.hash(code, pending.salt()))
                                .toList());
        assertThat(intent.toString()).doesNotContain(pending.codes());
    }

    @Test
    void keepsACopyOnlyWhereASettingSaysSo() {
        var without = (RegenerateLookupSecrets) intent(settings, CONFIRM, null, pending.text());
        var with = (RegenerateLookupSecrets) intent(revealing, CONFIRM, null, pending.text());
        assertThat(without.set().copy()).isNull();
        assertThat(with.set().copy()).isEqualTo(new Sealed.Fresh(ADA, pending.joined()));
        assertThat(with.toString()).doesNotContain(pending.codes());
    }

    @Test
    void confirmsNothingThatWasNotShownInThisFlow() {
        assertThat(read(settings, CONFIRM, held(), null))
                .isEqualTo(invalid(LookupTexts.nothingPending()));
        assertThat(read(revealing, CONFIRM, revealable(), new Memory.Revealed().text()))
                .isEqualTo(invalid(LookupTexts.nothingPending()));
    }

    @Test
    void revealsOnlyWhereASettingSaysSoAndThereIsACopy() {
        assertThat(read(revealing, REVEAL, revealable(), null)).isEqualTo(new Show("revealed"));
        Invalid refused = invalid(LookupTexts.nothingToShow());
        assertThat(read(revealing, REVEAL, held(), null)).isEqualTo(refused);
        assertThat(read(revealing, REVEAL, null, null)).isEqualTo(refused);
        assertThat(read(settings, REVEAL, revealable(), null)).isEqualTo(refused);
        assertThat(read(settings, REVEAL, held(), null)).isEqualTo(refused);
    }

    @Test
    void disables() {
        assertThat(intent(settings, DISABLE, held(), null))
                .isEqualTo(new DisableLookupSecrets(ADA, NOON));
    }

    @Test
    void doesNothingWithoutBeingToldWhat() {
        assertThat(read(settings, "{\"method\":\"lookup_secret\"}", held(), null))
                .isEqualTo(invalid(LookupTexts.noAction()));
    }

    /** Contract clause 3.4: confirm before reveal before disable before regenerate. */
    @ParameterizedTest
    @CsvSource({
        "true, true, true, true, CONFIRM",
        "false, true, true, true, REVEAL",
        "false, false, true, true, DISABLE",
        "false, false, false, true, REGENERATE",
        "false, false, false, false, NONE",
        "\"true\", \"false\", \"\", null, CONFIRM",
        "1, \"yes\", [true], \"true\", REGENERATE"
    })
    void takesTheFirstOfSeveralButtons(
            String confirm, String reveal, String disable, String regenerate, Action first) {
        String json =
                """
                {"lookup_secret_confirm":%s,"lookup_secret_reveal":%s,
                 "lookup_secret_disable":%s,"lookup_secret_regenerate":%s}
                """
                        .formatted(confirm, reveal, disable, regenerate);
        assertThat(Action.of(fields(json))).isEqualTo(first);
        assertThat(settings.recognises(method.id(), fields(json))).isEqualTo(first != Action.NONE);
    }

    @Test
    void knowsWhatIsMeantForItByName() {
        assertThat(settings.recognises(method.id(), fields("{\"method\":\"lookup_secret\"}")))
                .isTrue();
        assertThat(settings.recognises(method.id(), fields("{\"method\":\"other\"}"))).isFalse();
    }

    @Test
    void anAdministratorTakesTheSetAway() {
        assertThat(method.removal(ada(held()).state(), NOON))
                .isEqualTo(List.of(new LookupEvent.Removed(ADA, SET, NOON)));
        assertThat(method.removal(ada(null).state(), NOON)).isEmpty();
    }

    private static Object intent(
            SettingsPart part,
            String json,
            @Nullable CredentialState held,
            @Nullable String memory) {
        Change change = (Change) read(part, json, held, memory);
        assertThat(change.firstFactorToo()).isFalse();
        return change.intent().get();
    }

    private static Reading read(
            SettingsPart part,
            String json,
            @Nullable CredentialState held,
            @Nullable String memory) {
        return part.read(fields(json), new Context(ada(held), memory), NOON);
    }

    private static Invalid invalid(Message message) {
        return Invalid.of(FieldProblem.global(message));
    }
}
