package dev.bonafide.ui;

import dev.bonafide.ui.text.Texts;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A session as its owner knows it: by the device.
 *
 * @param since RFC 3339
 * @param agent as the device called itself, for who wants to know exactly
 */
record DeviceView(
        String id,
        boolean current,
        String name,
        String agent,
        String address,
        String since,
        String time,
        String level) {

    static DeviceView of(JsonNode session, boolean current, Texts texts) {
        JsonNode device = session.path("devices").path(0);
        String agent = device.path("user_agent").asString("");
        String since = session.path("authenticated_at").asString("");
        String name = Agent.name(agent);
        return new DeviceView(
                session.path("id").asString(""),
                current,
                name.isEmpty() ? texts.word("session.unknown") : name,
                agent,
                device.path("ip_address").asString(""),
                since,
                since.isEmpty() ? "" : texts.time(Instant.parse(since)),
                texts.word(
                        "level." + session.path("authenticator_assurance_level").asString("aal0")));
    }
}
