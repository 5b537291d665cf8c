package dev.bonafide.method.oidc;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.Node;
import dev.bonafide.method.oidc.upstream.Provider;
import dev.bonafide.method.oidc.upstream.UpstreamRefused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Login by the word of a provider, or to prove oneself anew by it (contract clauses 2.4, 2.8). */
final class OidcLogin implements LoginPart {
    private final OidcPorts ports;
    private final GuardPolicy guard;
    private final Harbour harbour;

    OidcLogin(OidcPorts ports, GuardPolicy guard) {
        this.ports = ports;
        this.guard = guard;
        this.harbour = new Harbour(ports);
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public boolean serves(Aal requested) {
        return requested == Aal.AAL1;
    }

    @Override
    public GuardPolicy guard() {
        return guard;
    }

    @Override
    public boolean beforeFields() {
        return true;
    }

    @Override
    public List<Node> nodes(Context context) {
        return ports.providers().all().stream()
                .filter(provider -> offered(provider, context.person()))
                .map(provider ->
                        Node.submit(
                                OidcMethod.ID.value(),
                                OidcFields.PROVIDER,
                                provider.id(),
                                OidcTexts.signIn(provider)))
                .toList();
    }

    /** No identifier has to be typed for them. */
    @Override
    public List<Node> besideIdentifier(Context context) {
        return nodes(context);
    }

    @Override
    public boolean held(Person person) {
        return person.state().credential(OidcMethod.ID) != null;
    }

    /** Who is logged in can prove themselves anew by what they have linked. */
    private static boolean offered(Provider provider, @Nullable Person person) {
        return person == null
                || OidcState.accounts(person.state().credential(OidcMethod.ID)).stream()
                        .anyMatch(account -> account.facts().provider().equals(provider.id()));
    }

    @Override
    public boolean recognises(MethodId id, ObjectNode fields) {
        return OidcFields.meant(id, fields, OidcFields.PROVIDER);
    }

    @Override
    public Reading read(ObjectNode fields, Context context, Instant now) {
        Provider provider =
                harbour.provider(OidcFields.text(fields, OidcFields.PROVIDER))
                        .filter(one -> offered(one, context.person()))
                        .orElse(null);
        if (provider == null) {
            return Invalid.of(FieldProblem.global(OidcTexts.noProvider()));
        }
        String token = OidcFields.text(fields, OidcFields.ID_TOKEN);
        if (!token.isEmpty() && !context.browser()) {
            String nonce = OidcFields.text(fields, OidcFields.NONCE);
            return reading(context.person(), () -> harbour.proven(provider, token, nonce));
        }
        boolean anew = context.refresh() && context.person() != null;
        return new Leave(harbour.leaving(provider, anew, OidcFields.parameters(fields)));
    }

    @Override
    public Reading back(Map<String, String> answer, Context context, Instant now) {
        String memory = String.valueOf(context.memory());
        return reading(context.person(), () -> harbour.back(memory, answer));
    }

    /** What a provider is asked for. */
    interface Asking {
        Vouched proven();
    }

    private Reading reading(@Nullable Person expected, Asking asking) {
        try {
            Vouched proven = asking.proven();
            Person owner = harbour.owner(proven).orElse(null);
            if (owner == null) {
                return expected == null ? new Unregistered(proven.text()) : Invalid.of(wrong());
            }
            return expected == null || expected.id().equals(owner.id())
                    ? guess(owner, proven)
                    : Invalid.of(wrong());
        } catch (UpstreamRefused refused) {
            return Invalid.of(OidcTexts.failed(refused.failure()));
        }
    }

    static Guess guess(Person owner, Vouched proven) {
        return new Guess(owner, null, () -> new UpstreamProof(proven), wrong());
    }

    private static FieldProblem wrong() {
        return FieldProblem.global(OidcTexts.notLinked());
    }
}
