package dev.bonafide.method.oidc;

import dev.bonafide.http.Json;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Upstream;
import dev.bonafide.method.Evidence.Given;
import dev.bonafide.method.oidc.upstream.Account;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An account that a provider has vouched for just now, as it waits in a flow.
 *
 * @param traits what the mapper made of its claims; empty where nobody needs them
 */
record Vouched(
        String name,
        String provider,
        String issuer,
        String subject,
        Aal aal,
        @Nullable String acr,
        List<String> amr,
        ObjectNode traits) {
    Vouched {
        amr = List.copyOf(amr);
    }

    static Vouched of(AccountNames names, Account account) {
        return new Vouched(
                names.of(account.provider(), account.issuer(), account.subject()),
                account.provider(),
                account.issuer(),
                account.subject(),
                account.aal(),
                account.acr(),
                account.amr(),
                JsonNodeFactory.instance.objectNode());
    }

    Vouched mapped(ObjectNode made) {
        return new Vouched(name, provider, issuer, subject, aal, acr, amr, made);
    }

    static Vouched parse(String text) {
        return Json.mapper().readValue(text, Vouched.class);
    }

    String text() {
        return Json.mapper().writeValueAsString(this);
    }

    AccountFacts facts(IdentityId owner) {
        String material = new AccountMaterial(issuer, subject).text();
        return new AccountFacts(name, provider, new Sealed.Fresh(owner, material));
    }

    /** What it counts as: the level that the provider's configuration gives it (OI-09). */
    Given given(Linked linked) {
        return new Given(
                aal, Set.of(linked.channel()), linked.lineage(), new Upstream(provider, acr, amr));
    }

    /** Personal. */
    @Override
    public String toString() {
        return "Vouched[" + provider + "]";
    }
}
