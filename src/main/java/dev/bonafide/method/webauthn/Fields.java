package dev.bonafide.method.webauthn;

import tools.jackson.databind.node.ObjectNode;

/** Names of this method's inputs, as in Kratos. */
final class Fields {
    static final String IDENTIFIER = "identifier";
    static final String LOGIN = "webauthn_login";
    static final String LOGIN_TRIGGER = "webauthn_login_trigger";
    static final String REGISTER = "webauthn_register";
    static final String REGISTER_TRIGGER = "webauthn_register_trigger";
    static final String NAME = "webauthn_register_displayname";
    static final String REMOVE = "webauthn_remove";

    /** Names of functions in the script. */
    static final String LOG_IN = "oryWebAuthnLogin";

    static final String BIND = "oryWebAuthnRegistration";

    private Fields() {}

    static String text(ObjectNode fields, String name) {
        return fields.path(name).asString("").strip();
    }
}
