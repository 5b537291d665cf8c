package dev.bonafide.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.oidc.upstream.FakeProvider;
import java.net.InetAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Accounts at a provider in a real browser: only it holds the redirects after a form to the page's
 * own policy.
 */
class ProvidersInBrowserTest {
    private static final String BUTTON = "button[name=provider]";
    private static final String MAPPER =
            "{identity: {traits: {email: std.extVar('claims').email}}}";

    private static Chromium chromium;
    private static MockOAuth2Server provider;
    private static PageServer pages;

    @BeforeAll
    static void start() {
        chromium = Chromium.orLeaveOut("accounts at providers in a browser");
        provider =
                new MockOAuth2Server(
                        new OAuth2Config(
                                false,
                                null,
                                null,
                                false,
                                new OAuth2TokenProvider(),
                                Set.of(),
                                new NettyWrapper()));
        provider.start(InetAddress.getLoopbackAddress(), 0);
        pages = PageServer.with(yaml());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            pages.close();
            provider.shutdown();
        }
    }

    private static String yaml() {
        return """
          methods:
            oidc:
              enabled: true
              config:
                providers:
                - {id: one, label: One, provider: generic, client_id: %s, client_secret: %s,
                   issuer_url: '%s', mapper_url: 'base64://%s'}
          flows: {registration: {after: {oidc: {hooks: [{hook: session}]}}}}
        bonafide: {oidc: {outbound: {private_networks: [127.0.0.0/8, '::1/128']}}}
        """
                .formatted(
                        FakeProvider.CLIENT,
                        FakeProvider.SECRET,
                        provider.issuerUrl("one"),
                        Base64.getEncoder().encodeToString(MAPPER.getBytes(UTF_8)));
    }

    @Test
    void aPersonRegistersAndLogsInByAProvidersButton() {
        try (Tab tab = chromium.tab();
                Tab later = chromium.tab()) {
            comesBackFrom(tab, "registration");
            tab.go(pages.base() + "self-service/settings/browser");
            assertThat(tab.text("document.querySelector('.timeline').innerText"))
                    .contains("Account at a provider", "one factor");
            comesBackFrom(later, "login");
        }
    }

    private static void comesBackFrom(Tab tab, String flow) {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback(
                        "one",
                        "somebody",
                        "JWT",
                        List.of(FakeProvider.CLIENT),
                        Map.of("email", "somebody@example.org"),
                        300));
        tab.go(pages.base() + "self-service/" + flow + "/browser");
        tab.press(BUTTON);
        assertThat(tab.heading()).isEqualTo("Welcome");
    }
}
