package dev.bonafide.method.oidc;

import dev.bonafide.identity.Factor;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import dev.bonafide.method.SettingsPart;
import dev.bonafide.method.oidc.upstream.Provider;
import dev.bonafide.method.oidc.upstream.UpstreamRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** Linking and unlinking accounts (contract clause 3.7). */
final class OidcEnrolment implements SettingsPart {
    private final OidcPorts ports;
    private final Harbour harbour;

    OidcEnrolment(OidcPorts ports) {
        this.ports = ports;
        this.harbour = new Harbour(ports);
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public Optional<String> begin(Person person) {
        return Optional.empty();
    }

    /** Who links leaves for the provider's pages. */
    @Override
    public boolean servesApiClients() {
        return false;
    }

    @Override
    public List<Node> nodes(Context context) {
        Person person = context.person();
        List<Linked> linked = accounts(person);
        List<Node> nodes = new ArrayList<>();
        for (Provider provider : ports.providers().all()) {
            if (linked.stream().noneMatch(account -> of(account, provider.id()))) {
                nodes.add(button(OidcFields.LINK, provider.id(), OidcTexts.link(provider)));
            }
        }
        TreeSet<String> linkedTo = new TreeSet<>();
        linked.forEach(account -> linkedTo.add(account.facts().provider()));
        for (String provider : linkedTo) {
            if (another(person, provider)) {
                Message label = OidcTexts.unlink(harbour.label(provider));
                nodes.add(button(OidcFields.UNLINK, provider, label));
            }
        }
        return nodes;
    }

    private static Node button(String name, String provider, Message label) {
        return Node.submit(OidcMethod.ID.value(), name, provider, label);
    }

    /** Whether there is another way in without this provider. */
    private static boolean another(Person person, String provider) {
        long without = accounts(person).stream().filter(account -> of(account, provider)).count();
        return person.state().factors().stream().filter(Factor::first).count() > without;
    }

    private static List<Linked> accounts(Person person) {
        return OidcState.accounts(person.state().credential(OidcMethod.ID));
    }

    private static boolean of(Linked account, String provider) {
        return account.facts().provider().equals(provider);
    }

    @Override
    public boolean recognises(MethodId id, ObjectNode fields) {
        return OidcFields.meant(id, fields, OidcFields.LINK, OidcFields.UNLINK);
    }

    /** The rule that the last way in stays is kept by the commit. */
    @Override
    public Reading read(ObjectNode fields, Context context, Instant now) {
        Person person = context.person();
        String gone = OidcFields.text(fields, OidcFields.UNLINK);
        if (!gone.isEmpty()) {
            return new Change(() -> new UnlinkAccounts(person.id(), gone, now), false);
        }
        return harbour.provider(OidcFields.text(fields, OidcFields.LINK))
                .<Reading>map(provider ->
                        new Leave(harbour.leaving(provider, false, OidcFields.parameters(fields))))
                .orElseGet(() -> Invalid.of(FieldProblem.global(OidcTexts.noProvider())));
    }

    @Override
    public Reading back(Map<String, String> answer, Context context, Instant now) {
        try {
            Vouched proven = harbour.back(String.valueOf(context.memory()), answer);
            return new Change(
                    () -> new LinkAccount(context.person().id(), ports.lineage(), proven, now),
                    false);
        } catch (UpstreamRefused refused) {
            return Invalid.of(OidcTexts.failed(refused.failure()));
        }
    }
}
