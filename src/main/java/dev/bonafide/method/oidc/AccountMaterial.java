package dev.bonafide.method.oidc;

import dev.bonafide.http.Json;

/** Who somebody is at a provider. */
record AccountMaterial(String issuer, String subject) {
    static AccountMaterial parse(String text) {
        return Json.mapper().readValue(text, AccountMaterial.class);
    }

    String text() {
        return Json.mapper().writeValueAsString(this);
    }

    /** Personal. */
    @Override
    public String toString() {
        return "AccountMaterial[]";
    }
}
