package dev.bonafide.story;

import dev.bonafide.method.oidc.upstream.FakeProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;

/** A server with two providers, and how browsers travel between them. */
final class Upstream implements AutoCloseable {
    static final String CALLBACK = "/self-service/methods/oidc/callback/";

    private static final String MAPPER =
            """
            local claims = std.extVar('claims');
            {identity: {traits: {[if 'email' in claims then 'email']: claims.email}}}
            """;

    final FakeProvider one = new FakeProvider();
    final FakeProvider two = new FakeProvider();
    final TestServer server;

    Upstream() {
        server =
                TestServer.start(
                        "memory", yaml(provider("one", one) + ", " + provider("two", two)));
    }

    /** The configuration with these providers. */
    static String yaml(String providers) {
        return """
        selfservice:
          methods: {oidc: {enabled: true, config: {providers: [%s]}}}
          flows: {registration: {after: {oidc: {hooks: [{hook: session}]}}}}
        bonafide: {oidc: {outbound: {private_networks: [127.0.0.0/8]}}}
        """
                .formatted(providers);
    }

    static String provider(String id, FakeProvider at) {
        String mapper = Base64.getEncoder().encodeToString(MAPPER.getBytes(StandardCharsets.UTF_8));
        return """
        {id: %s, label: Number %s, provider: generic, client_id: %s, client_secret: %s,
         issuer_url: "%s", mapper_url: "base64://%s", aal2_amr_values: [mfa]}\
        """
                .formatted(id, id, FakeProvider.CLIENT, FakeProvider.SECRET, at.issuer(), mapper);
    }

    /** Whoever logs in at a provider from now on. */
    void somebody(FakeProvider at, String subject, String email) {
        at.claims.clear();
        at.claims.put("sub", subject);
        at.claims.put("email", email.isEmpty() ? null : email);
        // The library checks times by the machine's clock, what is ours by the test's.
        Instant ours = server.clock().now();
        Instant machine = Instant.now();
        boolean ahead = ours.isAfter(machine);
        at.claims.put("iat", Date.from(ahead ? machine : ours));
        at.claims.put("exp", Date.from((ahead ? ours : machine).plusSeconds(300)));
        at.claims.put("auth_time", ours.getEpochSecond());
    }

    /** Presses a button of a new flow and goes to the provider. */
    static URI sentAway(Browser browser, String kind, Map<String, String> button) {
        return away(browser, kind, browser.begin(kind, ""), button);
    }

    static URI away(Browser browser, String kind, String flow, Map<String, String> button) {
        Answer sent = browser.submit(kind, flow, button);
        if (sent.status() != 303 || !sent.place().contains("code_challenge")) {
            throw new AssertionError(sent.status() + " " + sent.place() + " " + sent.body());
        }
        return URI.create(sent.place());
    }

    /** Comes back from the provider. */
    static Answer back(Browser browser, String provider, Map<String, String> answer) {
        return browser.page(address(provider, answer));
    }

    static String address(String provider, Map<String, String> answer) {
        return CALLBACK
                + provider
                + answer.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The whole way, in a new flow of this kind, to number one. */
    Answer through(Browser browser, String kind) {
        URI there = sentAway(browser, kind, Map.of("provider", "one"));
        return back(browser, "one", one.loggedIn(there));
    }

    @Override
    public void close() {
        server.close();
        one.close();
        two.close();
    }
}
