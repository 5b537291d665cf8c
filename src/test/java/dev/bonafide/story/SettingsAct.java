package dev.bonafide.story;

import dev.bonafide.method.fido.SoftAuthenticator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done in settings.
 *
 * @param method by whose part of the form, or {@code profile}; "" for the flow itself
 * @param needs methods that its owner must have besides the password
 * @param asks what it asks of a session
 * @param where in which flows it is offered
 * @param writes the event that stands in the log once it is done; "" for none
 * @param first what is submitted at the beginning of the flow; null for nothing
 * @param fields what is submitted; null for an act that submits nothing
 */
record SettingsAct(
        String name,
        String method,
        Set<String> needs,
        Asks asks,
        Where where,
        String writes,
        @Nullable Map<String, String> first,
        @Nullable Function<SettingsScene, Map<String, String>> fields) {

    Map<String, String> sent(SettingsScene scene) {
        if (fields == null) {
            throw new IllegalStateException(name + " submits nothing");
        }
        return fields.apply(scene);
    }

    /** What an act asks of a session, besides that it is as strong as it can be. */
    enum Asks {
        NOTHING,
        /** A fresh proof at the level that can be reached. */
        FRESH,
        /** A fresh first factor besides. */
        FIRST_TOO
    }

    /** Where an act is offered. */
    enum Where {
        EVERYWHERE,
        /** To API clients not, because it needs a page. */
        BROWSERS,
        /** Neither, because it is done at a provider, to which it leads. */
        ELSEWHERE
    }

    static final String INIT = "begin a flow";
    static final String READ = "read a flow";

    private static final String OTHER_PASSWORD = "a wholly different phrase 7";

    /** All of them; {@code SettingsMatrixTest} sees that none is missing. */
    static List<SettingsAct> all() {
        return Stream.of(ofFlow(), ofPerson(), ofApp(), ofCodes(), ofKeys(), ofAccounts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<SettingsAct> ofFlow() {
        return List.of(of(INIT, "").free(), of(READ, "").free());
    }

    private static List<SettingsAct> ofPerson() {
        String changed = "identity.traits-changed";
        return List.of(
                of("change a name", "profile").free().sends(changed, SettingsAct::named),
                of("change a login name", "profile").sends(changed, SettingsAct::moved),
                of("set a password", "password")
                        .firstToo()
                        .sends("password.changed", scene -> password()));
    }

    private static List<SettingsAct> ofApp() {
        return List.of(
                of("link an app", "totp").sends("totp.enrolled", SettingsAct::code),
                of("unlink an app", "totp").of("totp").sends("totp.removed", "totp_unlink"));
    }

    private static List<SettingsAct> ofCodes() {
        String held = "lookup_secret";
        return List.of(
                of("make codes", held).sends("", "lookup_secret_regenerate"),
                of("confirm codes", held)
                        .after("lookup_secret_regenerate")
                        .sends("lookup.enrolled", "lookup_secret_confirm"),
                of("show codes", held).of(held).sends("", "lookup_secret_reveal"),
                of("give codes up", held)
                        .of(held)
                        .sends("lookup.removed", "lookup_secret_disable"));
    }

    private static List<SettingsAct> ofKeys() {
        return List.of(
                of("add a security key", "webauthn")
                        .in(Where.BROWSERS)
                        .sends("webauthn.enrolled", SettingsAct::key),
                of("remove a security key", "webauthn")
                        .of("webauthn")
                        .in(Where.BROWSERS)
                        .sends("webauthn.removed", scene -> removed(scene, "webauthn_remove")),
                of("add a passkey", "passkey").sends("passkey.enrolled", SettingsAct::passkey),
                of("remove a passkey", "passkey")
                        .of("passkey")
                        .sends("passkey.removed", scene -> removed(scene, "passkey_remove")));
    }

    private static List<SettingsAct> ofAccounts() {
        return List.of(
                of("link an account", "oidc")
                        .in(Where.ELSEWHERE)
                        .sends("", scene -> Map.of("link", Member.PROVIDER)),
                of("unlink an account", "oidc")
                        .of("oidc")
                        .in(Where.BROWSERS)
                        .sends("oidc.removed", scene -> Map.of("unlink", Member.PROVIDER)));
    }

    private static SettingsAct of(String name, String method) {
        return new SettingsAct(
                name, method, Set.of(), Asks.FRESH, Where.EVERYWHERE, "", null, null);
    }

    private SettingsAct free() {
        return asking(Asks.NOTHING);
    }

    private SettingsAct firstToo() {
        return asking(Asks.FIRST_TOO);
    }

    private SettingsAct asking(Asks other) {
        return new SettingsAct(name, method, needs, other, where, writes, first, fields);
    }

    private SettingsAct of(String needed) {
        return new SettingsAct(name, method, Set.of(needed), asks, where, writes, first, fields);
    }

    private SettingsAct in(Where other) {
        return new SettingsAct(name, method, needs, asks, other, writes, first, fields);
    }

    private SettingsAct after(String button) {
        return new SettingsAct(
                name, method, needs, asks, where, writes, Map.of(button, "true"), fields);
    }

    private SettingsAct sends(String event, Function<SettingsScene, Map<String, String>> sent) {
        return new SettingsAct(name, method, needs, asks, where, event, first, sent);
    }

    private SettingsAct sends(String event, String button) {
        return sends(event, scene -> Map.of(button, "true"));
    }

    private static Map<String, String> named(SettingsScene scene) {
        return Map.of(
                "method", "profile",
                "traits.email", scene.member().email(),
                "traits.name.first", "Ada");
    }

    private static Map<String, String> moved(SettingsScene scene) {
        return Map.of("method", "profile", "traits.email", "new-" + scene.member().email());
    }

    private static Map<String, String> password() {
        return Map.of("method", "password", "password", OTHER_PASSWORD);
    }

    private static Map<String, String> code(SettingsScene scene) {
        return Map.of("method", "totp", "totp_code", scene.code());
    }

    /** An API client has no form for it and sends something all the same. */
    private static Map<String, String> key(SettingsScene scene) {
        boolean asked = scene.form().nodes().contains("webauthn_register_trigger");
        String answer =
                asked
                        ? new SoftAuthenticator()
                                .create(Keys.asked(scene.form(), "webauthn_register_trigger"))
                        : "{}";
        return Map.of("webauthn_register", answer, "webauthn_register_displayname", "Blue");
    }

    private static Map<String, String> passkey(SettingsScene scene) {
        boolean asked = scene.form().nodes().contains("passkey_create_data");
        String answer =
                asked
                        ? new SoftAuthenticator()
                                .create(Keys.asked(scene.form(), "passkey_create_data"))
                        : "{}";
        return Map.of("method", "passkey", "passkey_settings_register", answer);
    }

    private static Map<String, String> removed(SettingsScene scene, String field) {
        String shown = scene.form().value(field);
        return Map.of(field, shown.isEmpty() ? "00" : shown);
    }
}
