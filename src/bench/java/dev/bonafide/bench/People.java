package dev.bonafide.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** People with a password, and what it takes to log them in. */
final class People {
    static final String PASSWORD = "correct horse battery staple";

    private People() {}

    static String address(int number) {
        return "person" + number + "@example.org";
    }

    /**
     * Creates them through the admin API.
     *
     * @param more members of {@code credentials} besides the password, such as {@code ,"totp":{…}}
     */
    static void create(ServerProcess server, int count, String more) throws IOException {
        try (Wire admin = server.admin()) {
            for (int number = 0; number < count; number++) {
                admin.post(
                                "/admin/identities",
                                "",
                                """
                                {"schema_id":"default","traits":{"email":"%s"},\
                                "credentials":{"password":{"config":{"password":"%s"}}%s}}\
                                """
                                        .formatted(address(number), PASSWORD, more))
                        .expect(201);
            }
        }
    }

    /** A whole login by API: the flow, then the password. Answers the session's token. */
    static String login(Wire wire, int number) throws IOException {
        String flow = wire.get("/self-service/login/api", "").expect(200).json().path("id").asString();
        return wire.post(
                        "/self-service/login?flow=" + flow,
                        "",
                        """
                        {"method":"password","identifier":"%s","password":"%s"}\
                        """
                                .formatted(address(number), PASSWORD))
                .expect(200)
                .json()
                .path("session_token")
                .asString();
    }

    static List<String> logins(ServerProcess server, int count) throws IOException {
        List<String> tokens = new ArrayList<>();
        try (Wire wire = server.open()) {
            for (int number = 0; number < count; number++) {
                tokens.add(login(wire, number));
            }
        }
        return tokens;
    }

    /** The header that a token is sent in. */
    static String header(String token) {
        return "X-Session-Token: " + token + "\r\n";
    }
}
