package dev.bonafide.story;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server set up as one was when flows were recorded, and the person of the recordings, who is
 * there anew for each situation.
 */
final class Stage implements AutoCloseable {
    private final TestServer server;
    private final ObjectNode traits;
    private final boolean browser;
    private String identity = "";

    /** {@code browser}: whether people come with one, or with an API client. */
    Stage(Setting setting, boolean browser) {
        this.browser = browser;
        Recorded form = Recorded.named(setting.form);
        this.traits = RecordedSchema.values(form);
        this.server = TestServer.start("memory", yaml(setting, RecordedSchema.of(form)));
    }

    /** What was switched on; {@code form} is a recording that shows the values of its traits. */
    enum Setting {
        EVERYTHING(true, true, true, "profile_first", "settings/totp/initial-form"),
        PASSWORD(true, false, false, "unified", "settings/totp/initial-form"),
        LOOKUP(true, false, true, "unified", "settings/totp/initial-form"),
        TOTP(true, true, false, "unified", "settings/totp/initial-form"),
        CHOICES(true, false, false, "profile_first", "settings/enum/initial-form"),
        NAME_FIRST(true, true, true, "profile_first", "settings/totp/initial-form"),
        NOTHING(false, false, false, "unified", "settings/totp/initial-form");

        private final boolean password;
        private final boolean totp;
        private final boolean lookup;
        private final String style;
        private final String form;

        Setting(boolean password, boolean totp, boolean lookup, String style, String form) {
            this.password = password;
            this.totp = totp;
            this.lookup = lookup;
            this.style = style;
            this.form = form;
        }
    }

    private static String yaml(Setting setting, String schema) {
        return """
        identity:
          default_schema_id: default
          schemas: [{id: default, url: "base64://%s"}]
        bonafide: {lookup_secret: {reveal: true}}
        selfservice:
          methods:
            password: {enabled: %s}
            totp: {enabled: %s}
            lookup_secret: {enabled: %s}
          flows:
            registration: {style: %s, enabled: %s}
            login: {style: %s}
        """
                .formatted(
                        Base64.getEncoder().encodeToString(schema.getBytes(StandardCharsets.UTF_8)),
                        setting.password,
                        setting.totp,
                        setting.lookup,
                        setting.style,
                        setting != Setting.TOTP,
                        setting == Setting.NAME_FIRST ? "identifier_first" : "unified");
    }

    /** Who has no session. */
    Ada stranger() {
        Ada ada = new Ada(server, traits.path("email").asString(""));
        return browser ? ada.inBrowser() : ada;
    }

    /** The person, with a password, logged in. */
    Ada person() {
        leave();
        ObjectNode created = traits.objectNode();
        created.put("schema_id", "default").set("traits", traits);
        created.withObject("/credentials/password/config").put("password", Ada.PASSWORD);
        Answer answer = server.http().admin("POST", "/admin/identities", created.toString());
        identity = answer.at("id");
        Ada ada = stranger();
        if (answer.status() != 201 || ada.login().status() != 200) {
            throw new AssertionError(answer.body());
        }
        return ada;
    }

    /** Makes room for the next one of this name. */
    private void leave() {
        if (!identity.isEmpty()) {
            server.http().admin("DELETE", "/admin/identities/" + identity, "");
            identity = "";
        }
    }

    TestServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
