package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.story.SettingsAct.Where;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How each rule is told in each manner (contract clauses 1.8, 3.1, 3.2 and 3.8). */
final class SettingsAnswers {
    private static final String HOME = "http://localhost:4433/";
    private static final String SETTINGS = HOME + "self-service/settings";
    private static final String LOGIN = HOME + "self-service/login/browser?";

    private final SettingsAct act;
    private final SettingsScene scene;
    private final Answer answer;

    SettingsAnswers(SettingsAct act, SettingsScene scene, Answer answer) {
        this.act = act;
        this.scene = scene;
        this.answer = answer;
    }

    void are(SettingsRule rule) {
        boolean page = scene.manner() == Manner.HTML;
        switch (rule) {
            case DONE -> done(page);
            case LOGIN -> logIn(page);
            case STEP_UP -> stepUp(page);
            case FOREIGN -> foreign(page);
            case FIRST_ANEW -> anew(page, "refresh=true&return_to=" + submitted());
            case SECOND_ANEW -> anew(page, "refresh=true&aal=aal2&return_to=" + submitted());
            case NOT_OFFERED -> {
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.says(4010004)).isTrue();
            }
        }
    }

    private void done(boolean page) {
        if (act.where() == Where.ELSEWHERE) {
            assertThat(answer.status()).isEqualTo(page ? 303 : 422);
            assertThat(answer.place() + answer.at("redirect_browser_to")).doesNotStartWith(HOME);
            return;
        }
        boolean form = page && !act.name().equals(SettingsAct.READ);
        assertThat(answer.status()).as(answer.body()).isEqualTo(form ? 303 : 200);
        if (form) {
            assertThat(answer.place()).startsWith(HOME + "ui/settings?flow=");
        }
        boolean other = act.name().equals(SettingsAct.INIT);
        assertThat(answer.place() + answer.body().contains(scene.flow()))
                .as("its own flow")
                .matches(shown -> other || shown.contains("true") || shown.contains(scene.flow()));
    }

    private void logIn(boolean page) {
        if (page) {
            led(
                    act.fields() != null && answer.place().startsWith(HOME + "ui/")
                            ? HOME + "ui/settings?flow=" + scene.flow()
                            : LOGIN + "return_to=" + back(false));
            return;
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.at("error.id"))
                .isEqualTo(act.name().equals(SettingsAct.INIT) ? "session_inactive" : "");
    }

    private void stepUp(boolean page) {
        boolean plain = act.name().equals(SettingsAct.INIT) && !page;
        String place = LOGIN + "aal=aal2" + (plain ? "" : "&return_to=" + back(true));
        refused(page, "session_aal2_required", place);
    }

    private void anew(boolean page, String query) {
        refused(page, "session_refresh_required", LOGIN + query);
    }

    private void refused(boolean page, String id, String place) {
        if (page) {
            led(place);
            return;
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.at("error.id")).isEqualTo(id);
        assertThat(answer.at("redirect_browser_to")).isEqualTo(place);
    }

    private void foreign(boolean page) {
        if (page && act.fields() != null) {
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.place()).startsWith(HOME + "ui/error?id=");
            return;
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        if (!page) {
            assertThat(answer.at("error.id")).isEqualTo("security_identity_mismatch");
        }
    }

    private void led(String place) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(URI.create(HOME).resolve(answer.place()).toString()).isEqualTo(place);
    }

    /** Where a refusal leads back to; {@code flow}: whether the page is named with its flow. */
    private String back(boolean flow) {
        return switch (act.name()) {
            case SettingsAct.INIT -> encoded(SETTINGS + "/browser");
            case SettingsAct.READ ->
                    encoded(HOME + "ui/settings" + (flow ? "?flow=" + scene.flow() : ""));
            default -> submitted();
        };
    }

    private String submitted() {
        return encoded(SETTINGS + "?flow=" + scene.flow());
    }

    private static String encoded(String url) {
        return URLEncoder.encode(url, StandardCharsets.UTF_8);
    }
}
