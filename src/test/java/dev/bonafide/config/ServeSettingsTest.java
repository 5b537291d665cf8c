package dev.bonafide.config;

import static dev.bonafide.config.Written.refusal;
import static dev.bonafide.config.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.config.ServeSettings.Listener;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeSettingsTest {
    @Test
    void absentKeysMeanWhatTheyMeanToKratos() {
        assertThat(ServeSettings.of(yaml("{}", Map.of("SERVE_ADMIN_HOST", ""))))
                .isEqualTo(
                        new ServeSettings(
                                new Listener("0.0.0.0", 4433, URI.create("http://localhost:4433/")),
                                new Listener(
                                        "0.0.0.0", 4434, URI.create("http://localhost:4434/"))));
    }

    @Test
    void anAddressIsNoRelyingPartySoLoopbackIsCalledLocalhost() {
        ServeSettings settings =
                ServeSettings.of(
                        yaml(
                                "serve: {public: {host: 127.0.0.1, port: 80}, admin: {host: '::1', port: 81}}"));
        assertThat(settings.publicApi().baseUrl()).hasToString("http://localhost:80/");
        assertThat(settings.adminApi().baseUrl()).hasToString("http://localhost:81/");
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example.org, https://id.example.org/",
        "https://id.example.org/, https://id.example.org/",
        "http://id.example.org:8080/auth, http://id.example.org:8080/auth/"
    })
    void aBaseUrlEndsWithASlash(String written, String baseUrl) {
        assertThat(
                        ServeSettings.of(yaml("serve: {public: {base_url: '" + written + "'}}"))
                                .publicApi()
                                .baseUrl())
                .hasToString(baseUrl);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    public: {port: 65536}               | serve.public.port: "65536" is refused; allowed: a whole number from 0 to 65535 (kratos.yml:1)
                    public: {port: -1}                  | serve.public.port: "-1" is refused; allowed: a whole number from 0 to 65535 (kratos.yml:1)
                    public: {port: 4434}                | serve.admin.port: 4434 is the public port too; allowed: another one
                    public: {host: 'unix:/run/x'}       | serve.public.host: "unix:/run/x" is refused; allowed: a host name or an address (kratos.yml:1)
                    admin: {base_url: 'ftp://x/'}       | serve.admin.base_url: "ftp://x/" is refused; allowed: http(s)://host[:port][/path]/ without user, query and fragment (kratos.yml:1)
                    public: {base_url: '/relative'}     | serve.public.base_url: "/relative" is refused; allowed: http(s)://host[:port][/path]/ without user, query and fragment (kratos.yml:1)
                    public: {base_url: 'http://a@b/'}   | serve.public.base_url: "http://a@b/" is refused; allowed: http(s)://host[:port][/path]/ without user, query and fragment (kratos.yml:1)
                    public: {base_url: 'http://b/?x'}   | serve.public.base_url: "http://b/?x" is refused; allowed: http(s)://host[:port][/path]/ without user, query and fragment (kratos.yml:1)
                    """)
    void refusesListenersThatCantBe(String serve, String message) {
        assertThat(refusal(() -> yaml("serve: {" + serve + "}"))).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false", "127.8.8.8, false", "'::1', false", "localhost, false",
        "0.0.0.0, true", "'::', true", "10.0.0.1, true", "admin.internal, true"
    })
    void warnsLoudlyOfAnAdminApiThatOthersReach(String host, boolean warns) {
        assertThat(yaml("{}", Map.of("SERVE_ADMIN_HOST", host)).settle(List.of()))
                .filteredOn(
                        warning -> warning.startsWith("THE ADMIN API IS OPEN TO OTHER MACHINES"))
                .hasSize(warns ? 1 : 0);
    }
}
