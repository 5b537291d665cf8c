package dev.bonafide.fuzz;

import dev.bonafide.http.Route;

/** Goes the straight way once, so that there is something for bad requests to be about. */
final class Newcomer {
    private final Gunner gunner;
    private final Words words;
    private final Person person = new Person();
    private final String email;

    Newcomer(Gunner gunner, Words words) {
        this.gunner = gunner;
        this.words = words;
        this.email = words.fresh();
    }

    /**
     * Registers, sets up an app, and is looked at by an administrator.
     *
     * @param thorough whether lookup secrets are made and a second session, too: at a hash each
     */
    Person settled(boolean thorough) {
        person.add("email", email);
        begin("registration");
        submit(
                "registration",
                "{\"method\":\"password\",\"password\":\"%s\",\"traits\":{\"email\":\"%s\"}}"
                        .formatted(Person.PASSWORD, email));
        begin("settings");
        submit(
                "settings",
                "{\"method\":\"totp\",\"totp_code\":\"%s\"}"
                        .formatted(words.totp(person.newest("secret"))));
        submit("settings", "{\"lookup_secret_regenerate\":true}");
        if (thorough) {
            submit("settings", "{\"lookup_secret_confirm\":true}");
            login();
        }
        administered();
        return person;
    }

    /** A second session beside the first. */
    private void login() {
        String token = person.newest("token");
        person.forget("token");
        begin("login");
        submit(
                "login",
                "{\"method\":\"password\",\"identifier\":\"%s\",\"password\":\"%s\"}"
                        .formatted(email, Person.PASSWORD));
        person.add("token", token);
    }

    private void administered() {
        String identity = "/admin/identities/" + person.newest("identity");
        for (String target :
                new String[] {
                    "/admin/audit/events?limit=3", identity, "/admin/identities?page_size=1"
                }) {
            gunner.get(Route.Listener.ADMIN, target, person);
        }
    }

    private void begin(String kind) {
        gunner.get(Route.Listener.PUBLIC, "/self-service/" + kind + "/api", person);
    }

    private void submit(String kind, String json) {
        String target = "/self-service/" + kind + "?flow=" + person.newest(kind);
        gunner.post(Route.Listener.PUBLIC, target, person, json);
    }
}
