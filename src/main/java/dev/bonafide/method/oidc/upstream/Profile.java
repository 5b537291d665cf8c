package dev.bonafide.method.oidc.upstream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one kind says who somebody is, in the words of OpenID Connect, as Kratos translates it. What
 * it doesn't say is left out; {@code sub} is what it never gives to another.
 */
sealed interface Profile {
    /** Puts the words of {@code raw} into {@code claims}. */
    void fill(ObjectNode claims, JsonNode raw);

    /** Further addresses below the first that are asked; "" for none. */
    default String more() {
        return "";
    }

    /** Puts the words of the further answer into {@code claims}. */
    default void fillMore(ObjectNode claims, JsonNode raw) {}

    private static void put(ObjectNode claims, String name, JsonNode value) {
        String text = value.asString("");
        if (!text.isEmpty()) {
            claims.put(name, text);
        }
    }

    /** Numbers for subjects, e-mail addresses at another address. */
    record GitHub() implements Profile {
        @Override
        public void fill(ObjectNode claims, JsonNode raw) {
            if (raw.path("id").isIntegralNumber()) {
                claims.put("sub", raw.path("id").bigIntegerValue().toString());
            }
            put(claims, "name", raw.path("name"));
            put(claims, "nickname", raw.path("login"));
            put(claims, "preferred_username", raw.path("login"));
            put(claims, "website", raw.path("blog"));
            put(claims, "picture", raw.path("avatar_url"));
            put(claims, "profile", raw.path("html_url"));
        }

        @Override
        public String more() {
            return "/emails";
        }

        @Override
        public void fillMore(ObjectNode claims, JsonNode raw) {
            for (JsonNode one : raw) {
                if (one.path("primary").asBoolean(false)) {
                    put(claims, "email", one.path("email"));
                    claims.put("email_verified", one.path("verified").asBoolean(false));
                }
            }
        }
    }

    /** Gives an address only where it is a confirmed one. */
    record Facebook() implements Profile {
        @Override
        public void fill(ObjectNode claims, JsonNode raw) {
            put(claims, "sub", raw.path("id"));
            put(claims, "name", raw.path("name"));
            put(claims, "nickname", raw.path("name"));
            put(claims, "preferred_username", raw.path("name"));
            put(claims, "given_name", raw.path("first_name"));
            put(claims, "family_name", raw.path("last_name"));
            put(claims, "middle_name", raw.path("middle_name"));
            put(claims, "picture", raw.path("picture").path("data").path("url"));
            put(claims, "birthdate", raw.path("birthday"));
            put(claims, "gender", raw.path("gender"));
            put(claims, "email", raw.path("email"));
            claims.put("email_verified", claims.has("email"));
        }
    }

    /** Has two generations of names. */
    record Discord() implements Profile {
        private static final String PICTURES = "https://cdn.discordapp.com/avatars/";

        @Override
        public void fill(ObjectNode claims, JsonNode raw) {
            String id = raw.path("id").asString("");
            String user = raw.path("username").asString("");
            String number = raw.path("discriminator").asString("");
            put(claims, "sub", raw.path("id"));
            put(claims, "nickname", raw.path("username"));
            put(claims, "preferred_username", raw.path("username"));
            claims.put("name", number.matches("0*") ? user : user + "#" + number);
            put(claims, "locale", raw.path("locale"));
            put(claims, "email", raw.path("email"));
            claims.put("email_verified", raw.path("verified").asBoolean(false));
            String picture = raw.path("avatar").asString("");
            if (!picture.isEmpty()) {
                claims.put("picture", PICTURES + id + "/" + picture + ".png");
            }
        }
    }

    /** Says of its addresses itself that nobody checked them. */
    record Spotify() implements Profile {
        @Override
        public void fill(ObjectNode claims, JsonNode raw) {
            put(claims, "sub", raw.path("id"));
            put(claims, "name", raw.path("display_name"));
            put(claims, "nickname", raw.path("display_name"));
            put(claims, "email", raw.path("email"));
            put(claims, "picture", raw.path("images").path(0).path("url"));
            put(claims, "profile", raw.path("external_urls").path("spotify"));
            put(claims, "birthdate", raw.path("birthdate"));
        }
    }
}
