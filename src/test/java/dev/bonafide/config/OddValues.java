package dev.bonafide.config;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Values of a key's type that are refused by more than its range, by the key's place in a file. */
final class OddValues {
    static final Map<String, String> BY_PLACE =
            Map.ofEntries(
                    Map.entry("bonafide.dsn", "postgres://u:hunter2@h/k"),
                    Map.entry("bonafide.http.trusted_proxies.0", "10.0.0.0/33"),
                    Map.entry("bonafide.oidc.outbound.allowed_hosts.0", "https://x"),
                    Map.entry("bonafide.oidc.outbound.private_networks.0", "10.0.0.0/33"),
                    Map.entry("bonafide.vault.keys.0", "short"),
                    Map.entry("cookies.domain", "http://x/"),
                    Map.entry("selfservice.allowed_return_urls.0", "javascript:alert(1)"),
                    Map.entry("cookies.path", "x"),
                    Map.entry("session.cookie.domain", "a;b"),
                    Map.entry("session.cookie.name", "a b"),
                    Map.entry("session.cookie.path", "x"),
                    Map.entry("hashers.argon2.memory", "12 KB"),
                    Map.entry("identity.schemas.0.url", "https://schemas.example/x.json"),
                    Map.entry("secrets.cipher.0", "short"),
                    Map.entry("secrets.cookie.0", "short"),
                    Map.entry("secrets.default.0", "short"),
                    Map.entry("secrets.pagination.0", "short"),
                    Map.entry("selfservice.flows.registration.after.hooks.0.hook", "web_hook"),
                    Map.entry("selfservice.flows.registration.after.oidc.hooks.0.hook", "web_hook"),
                    Map.entry(
                            "selfservice.flows.registration.after.passkey.hooks.0.hook",
                            "web_hook"),
                    Map.entry(
                            "selfservice.flows.registration.after.password.hooks.0.hook",
                            "web_hook"),
                    Map.entry(
                            "selfservice.flows.registration.after.webauthn.hooks.0.hook",
                            "web_hook"),
                    Map.entry("selfservice.methods.totp.config.issuer", "x".repeat(65)),
                    Map.entry("serve.admin.base_url", "ftp://x/"),
                    Map.entry("serve.public.base_url", "http://x/?y"),
                    Map.entry("serve.public.cors.allowed_origins.0", "example.org"),
                    Map.entry("serve.public.cors.allowed_methods.0", "get"),
                    Map.entry("serve.public.cors.allowed_headers.0", "a b"),
                    Map.entry("serve.public.cors.exposed_headers.0", "a b"),
                    Map.entry("serve.admin.host", "unix:/run/a"),
                    Map.entry("serve.public.host", " "));

    /** One that is fine. */
    static final String SCHEMA =
            "base64://"
                    + Base64.getEncoder()
                            .encodeToString(
                                    """
                                    {"properties": {"traits": {"type": "object", "properties": {"email": {"type": "string"}}}}}
                                    """
                                            .getBytes(StandardCharsets.UTF_8));

    private OddValues() {}
}
