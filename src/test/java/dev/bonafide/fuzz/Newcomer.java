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
            parted();
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

    /** What takes away is asked for once in earnest: among the rest it comes seldom. */
    private void parted() {
        String session = person.newest("session");
        String identity = "/admin/identities/" + person.newest("identity");
        admin("GET", "/admin/audit/sessions/" + session);
        admin("DELETE", identity + "/guards/password");
        gunner.ask(Route.Listener.PUBLIC, "DELETE", "/sessions/" + session, person);
        admin("DELETE", identity + "/credentials/lookup_secret");
        admin("POST", "/admin/projections/audit-1/resume");
        admin("POST", "/admin/projections/sessions-2/rebuild");
    }

    /** Comes, and takes leave in each way that there is. */
    void leaves() {
        settled(false);
        String token = person.newest("token");
        String session = person.newest("session");
        String identity = "/admin/identities/" + person.newest("identity");
        gunner.ask(Route.Listener.PUBLIC, "DELETE", "/sessions", person);
        tell(
                Route.Listener.PUBLIC,
                "DELETE",
                "/self-service/logout/api",
                "{\"session_token\":\"" + token + "\"}");
        tell(
                Route.Listener.ADMIN,
                "POST",
                "/admin/sessions",
                "{\"action\":\"disable\",\"sessions\":[\"" + session + "\"]}");
        admin("DELETE", identity + "/sessions");
        admin("DELETE", identity);
    }

    private void administered() {
        admin("GET", "/admin/audit/events?limit=3");
        admin("GET", "/admin/identities/" + person.newest("identity"));
        admin("GET", "/admin/identities?page_size=1");
    }

    private void admin(String method, String target) {
        gunner.ask(Route.Listener.ADMIN, method, target, person);
    }

    private void tell(Route.Listener listener, String method, String target, String json) {
        gunner.tell(gunner.aim(listener, method, target), target, person, json);
    }

    private void begin(String kind) {
        gunner.ask(Route.Listener.PUBLIC, "GET", "/self-service/" + kind + "/api", person);
    }

    private void submit(String kind, String json) {
        String target = "/self-service/" + kind + "?flow=" + person.newest(kind);
        tell(Route.Listener.PUBLIC, "POST", target, json);
    }
}
