package dev.bonafide.method.passkey;

import tools.jackson.databind.node.ObjectNode;

/** Names of this method's inputs, as in Kratos. */
final class Fields {
    static final String IDENTIFIER = "identifier";
    static final String LOGIN = "passkey_login";
    static final String LOGIN_TRIGGER = "passkey_login_trigger";
    static final String CHALLENGE = "passkey_challenge";
    static final String REGISTER = "passkey_register";
    static final String REGISTER_TRIGGER = "passkey_register_trigger";
    static final String CREATE_DATA = "passkey_create_data";
    static final String SETTINGS_REGISTER = "passkey_settings_register";
    static final String REMOVE = "passkey_remove";

    /** Names of functions in the script. */
    static final String LOG_IN = "oryPasskeyLogin";

    static final String LOG_IN_BY_AUTOFILL = "oryPasskeyLoginAutocompleteInit";
    static final String SIGN_UP = "oryPasskeyRegistration";
    static final String BIND = "oryPasskeySettingsRegistration";

    private Fields() {}

    static String text(ObjectNode fields, String name) {
        return fields.path(name).asString("").strip();
    }
}
