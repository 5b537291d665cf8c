package dev.bonafide.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An authenticator that the browser of one window believes to have (DevTools' WebAuthn domain).
 *
 * @param id of the authenticator in its browser
 */
record VirtualKey(Tab tab, String id) {

    /** A key to be plugged in, which neither asks for a PIN nor keeps anything itself. */
    static VirtualKey usb(Tab tab) {
        return of(tab, Map.of("protocol", "ctap2", "transport", "usb"));
    }

    /** What is built into a device: asks for a finger, and keeps passkeys. */
    static VirtualKey platform(Tab tab) {
        return of(
                tab,
                Map.of(
                        "protocol", "ctap2",
                        "transport", "internal",
                        "hasResidentKey", true,
                        "hasUserVerification", true,
                        "isUserVerified", true));
    }

    private static VirtualKey of(Tab tab, Map<String, Object> kind) {
        tab.ask("WebAuthn.enable", Map.of("enableUI", false));
        Map<String, Object> options = new HashMap<>(kind);
        options.put("automaticPresenceSimulation", true);
        JsonNode added = tab.ask("WebAuthn.addVirtualAuthenticator", Map.of("options", options));
        return new VirtualKey(tab, added.path("authenticatorId").asString(""));
    }

    /** Credentials with their private keys, as only a copier has them. */
    List<JsonNode> credentials() {
        return ask("getCredentials", Map.of()).path("credentials").valueStream().toList();
    }

    void put(JsonNode credential) {
        ask("addCredential", Map.of("credential", credential));
    }

    /** Whether somebody touches it when it blinks. */
    void touched(boolean touched) {
        ask("setAutomaticPresenceSimulation", Map.of("enabled", touched));
    }

    /** Whether the finger is the right one. */
    void verified(boolean verified) {
        ask("setUserVerified", Map.of("isUserVerified", verified));
    }

    void pullOut() {
        ask("removeVirtualAuthenticator", Map.of());
    }

    private JsonNode ask(String command, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("authenticatorId", id);
        return tab.ask("WebAuthn." + command, all);
    }
}
