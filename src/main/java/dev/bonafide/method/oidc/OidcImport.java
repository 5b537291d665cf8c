package dev.bonafide.method.oidc;

import dev.bonafide.http.Problem;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.ImportPart;
import dev.bonafide.method.oidc.upstream.Provider;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Accounts that were linked elsewhere: {@code {"config": {"providers": [{"provider": "google",
 * "subject": "…"}]}}}. Tokens that came along are not kept (OI-12). Who somebody is depends on the
 * issuer, so the provider has to be configured here, or {@code issuer} says it.
 */
final class OidcImport implements ImportPart {
    private static final String WHERE = "credentials.oidc.config.providers";
    private static final int ACCOUNTS_MAX = 64;
    private static final int TEXT_MAX = 1024;

    private final OidcPorts ports;

    OidcImport(OidcPorts ports) {
        this.ports = ports;
    }

    @Override
    public List<CredentialIntent> read(ObjectNode credential, Importee importee) {
        JsonNode listed = credential.path("config").path("providers");
        if (!listed.isArray() || listed.isEmpty() || listed.size() > ACCOUNTS_MAX) {
            throw Problem.badRequest(
                    WHERE + " has to be a list of 1 to " + ACCOUNTS_MAX + " accounts.");
        }
        List<Linked> accounts = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            accounts.add(account(WHERE + "[" + i + "]", listed.get(i), importee));
        }
        long names = accounts.stream().map(account -> account.facts().name()).distinct().count();
        if (names < accounts.size()) {
            throw Problem.badRequest(WHERE + " holds an account twice.");
        }
        return List.of(new ImportAccounts(importee.id(), accounts, importee.now()));
    }

    private Linked account(String where, JsonNode listed, Importee importee) {
        String provider = text(where, listed, "provider");
        String subject = text(where, listed, "subject");
        AccountFacts facts =
                facts(importee.id(), provider, issuer(where, listed, provider), subject);
        return new Linked(
                new Lineage(ports.chance().entropy().uuid()), facts, importee.now(), true);
    }

    private AccountFacts facts(IdentityId owner, String provider, String issuer, String subject) {
        String material = new AccountMaterial(issuer, subject).text();
        return new AccountFacts(
                ports.names().of(provider, issuer, subject),
                provider,
                new Sealed.Fresh(owner, material));
    }

    private String issuer(String where, JsonNode listed, String provider) {
        if (listed.has("issuer")) {
            return text(where, listed, "issuer");
        }
        return ports.providers()
                .find(provider)
                .flatMap(Provider::issuer)
                .orElseThrow(() ->
                        Problem.badRequest(
                                where
                                        + ".issuer is missing: no provider of this name is configured, or each of its tenants has its own."));
    }

    private static String text(String where, JsonNode listed, String name) {
        String text = listed.path(name).asString("");
        if (text.isEmpty() || text.length() > TEXT_MAX) {
            throw Problem.badRequest(
                    where + "." + name + " has to be a text of 1 to " + TEXT_MAX + " characters.");
        }
        return text;
    }
}
