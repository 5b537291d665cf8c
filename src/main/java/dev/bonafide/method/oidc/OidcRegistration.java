package dev.bonafide.method.oidc;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import dev.bonafide.method.RegistrationPart;
import dev.bonafide.method.oidc.upstream.Provider;
import dev.bonafide.method.oidc.upstream.UpstreamRefused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Registration by the word of a provider (contract clause 4.1). */
final class OidcRegistration implements RegistrationPart {
    private final OidcPorts ports;
    private final Harbour harbour;

    OidcRegistration(OidcPorts ports) {
        this.ports = ports;
        this.harbour = new Harbour(ports);
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public boolean beforeTraits() {
        return true;
    }

    @Override
    public List<Node> nodes(Context context) {
        String proven = context.proven();
        return proven == null
                ? ports.providers().all().stream()
                        .map(provider -> button(provider.id(), OidcTexts.signUp(provider)))
                        .toList()
                : List.of(button(Vouched.parse(proven).provider(), OidcTexts.goOn()));
    }

    private static Node button(String provider, Message label) {
        return Node.submit(OidcMethod.ID.value(), OidcFields.PROVIDER, provider, label);
    }

    @Override
    public boolean recognises(MethodId id, ObjectNode fields) {
        return OidcFields.meant(id, fields, OidcFields.PROVIDER);
    }

    @Override
    public Reading read(ObjectNode fields, Newcomer newcomer) {
        String id = OidcFields.text(fields, OidcFields.PROVIDER);
        Vouched proven = newcomer.proven() == null ? null : Vouched.parse(newcomer.proven());
        if (proven != null && (id.isEmpty() || id.equals(proven.provider()))) {
            return enrolling(proven, newcomer);
        }
        Provider provider = harbour.provider(id).orElse(null);
        if (provider == null) {
            return invalid(FieldProblem.global(OidcTexts.noProvider()));
        }
        String token = OidcFields.text(fields, OidcFields.ID_TOKEN);
        String nonce = OidcFields.text(fields, OidcFields.NONCE);
        return token.isEmpty()
                ? new Leave(harbour.leaving(provider, false, OidcFields.parameters(fields)))
                : reading(() -> harbour.proven(provider, token, nonce));
    }

    /** Also here a provider that is gone vouches for nobody (OI-08). */
    private Reading enrolling(Vouched proven, Newcomer newcomer) {
        return harbour.provider(proven.provider()).isEmpty()
                ? invalid(FieldProblem.global(OidcTexts.noProvider()))
                : new Valid(link(proven, newcomer.id(), newcomer.now())::enrolment);
    }

    @Override
    public Reading back(Map<String, String> answer, String memory, Instant now) {
        return reading(() -> harbour.back(memory, answer));
    }

    private Reading reading(OidcLogin.Asking asking) {
        try {
            Vouched proven = asking.proven();
            return harbour.owner(proven)
                    .<Reading>map(owner -> new Registered(OidcLogin.guess(owner, proven)))
                    .orElseGet(() -> new RegistrationPart.Proven(proven.text()));
        } catch (UpstreamRefused refused) {
            return invalid(OidcTexts.failed(refused.failure()));
        }
    }

    private static Invalid invalid(FieldProblem problem) {
        return new Invalid(List.of(problem));
    }

    @Override
    public ObjectNode proposed(String proven) {
        return Vouched.parse(proven).traits();
    }

    @Override
    public @Nullable CredentialIntent link(String proven, IdentityId owner, Instant now) {
        Vouched account = Vouched.parse(proven);
        return harbour.provider(account.provider()).isEmpty() ? null : link(account, owner, now);
    }

    private LinkAccount link(Vouched proven, IdentityId owner, Instant now) {
        return new LinkAccount(owner, ports.lineage(), proven, now);
    }

    @Override
    public Message linkOffer(String proven, String identifier, String loginUrl) {
        String label = harbour.label(Vouched.parse(proven).provider());
        return OidcTexts.offer(label, identifier, loginUrl);
    }
}
