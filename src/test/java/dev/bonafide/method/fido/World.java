package dev.bonafide.method.fido;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.fido.SoftAuthenticator.Ceremony;
import dev.bonafide.method.fido.Verifier.Bound;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One relying party, and what it would do with answers, for the rules of both ceremonies. */
final class World {
    static final String RP = "example.org";
    static final String ORIGIN = "https://example.org";
    static final RelyingPartySettings PARTY =
            new RelyingPartySettings(RP, "Example", Set.of(ORIGIN));
    static final Pending PENDING = Pending.binding(Entropy.system(), KeyFixtures.NOON);
    static final Verifier VERIFIER = new Verifier(PARTY, new KeyWish("discouraged", "preferred"));
    static final Verifier STRICT = new Verifier(PARTY, new KeyWish("required", "required"));

    private World() {}

    static Ceremony asked() {
        return Ceremony.of(PENDING.challenge(), RP, ORIGIN);
    }

    static boolean binds(String answer) {
        return VERIFIER.bind(answer, PENDING).isPresent();
    }

    static boolean uses(String answer, SoftAuthenticator... keys) {
        List<OpenKey> held = java.util.Arrays.stream(keys).map(World::held).toList();
        return VERIFIER.use(answer, PENDING, held, true).isPresent();
    }

    /** A key as it was bound by its owner. */
    static OpenKey held(SoftAuthenticator key) {
        Bound bound =
                VERIFIER.bind(
                                key.create(asked().flagged(Ceremony.PRESENT)),
                                new Pending(
                                        PENDING.challenge(),
                                        PENDING.madeAt(),
                                        Bytes.text(key.userHandle()),
                                        ""))
                        .orElseThrow();
        return held(bound, key.userHandle().length == 0 ? "AQ" : Bytes.text(key.userHandle()));
    }

    static OpenKey held(Bound bound, String handle) {
        KeyMaterial material =
                new KeyMaterial(
                        bound.material().id(),
                        bound.material().publicKey(),
                        handle,
                        "",
                        "",
                        List.of(),
                        "none");
        return new OpenKey(key(bound.use().signCount(), bound.use().backupEligible()), material);
    }

    static Key key(long count, @Nullable Boolean eligible) {
        IdentityId ada = KeyFixtures.ADA;
        KeyFacts facts =
                new KeyFacts(
                        KeyFixtures.NAME,
                        new Sealed.Fresh(ada, "{}"),
                        Aal.AAL2,
                        count,
                        false,
                        eligible,
                        false);
        return new Key(
                Lineage.of("6a1f2c1e-0000-4000-8000-00000000000b"),
                facts,
                KeyFixtures.NOON,
                false,
                false);
    }
}
