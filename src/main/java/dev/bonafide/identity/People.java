package dev.bonafide.identity;

import dev.bonafide.identity.schema.Schemas;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Folds;
import dev.bonafide.log.IdentifierKey;
import dev.bonafide.vault.Opened;
import dev.bonafide.vault.Vault;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The directory over the folds of claims and identities, with traits opened by the vault. */
final class People implements Directory {
    private static final JsonMapper JSON = new JsonMapper();

    private final Folds folds;
    private final Vault vault;
    private final Schemas schemas;
    private final IdentifierKey key;
    private final Identifiers identifiers = new Identifiers();

    People(Folds folds, Vault vault, Schemas schemas, IdentifierKey key) {
        this.folds = folds;
        this.vault = vault;
        this.schemas = schemas;
        this.key = key;
    }

    @Override
    public Optional<Person> byIdentifier(MethodId method, String typed) {
        folds.strong();
        ClaimState claim = folds.read(Claim.FOLD, Claim.stream(hash(typed))).state();
        return claim instanceof ClaimState.Held held && held.methods().contains(method)
                ? byId(held.identity())
                : Optional.empty();
    }

    @Override
    public Optional<Person> byIdentifier(String typed) {
        return holder(hash(typed));
    }

    @Override
    public Optional<Person> byExternalId(String externalId) {
        return holder(externalHash(externalId));
    }

    @Override
    public Optional<Person> byCredential(String name) {
        return holder(name);
    }

    private Optional<Person> holder(String hash) {
        folds.strong();
        ClaimState claim = folds.read(Claim.FOLD, Claim.stream(hash)).state();
        return claim instanceof ClaimState.Held held ? byId(held.identity()) : Optional.empty();
    }

    @Override
    public Optional<Person> byId(IdentityId id) {
        folds.strong();
        IdentityState state = folds.read(Identity.FOLD, Identity.stream(id)).state();
        return state instanceof IdentityState.Registered somebody
                ? opened(somebody)
                : Optional.empty();
    }

    @Override
    public String hash(String typed) {
        return HexFormat.of().formatHex(key.hmac(normalised(typed)));
    }

    /** NUL is in no identifier, so the two can't meet. */
    @Override
    public String externalHash(String externalId) {
        return HexFormat.of().formatHex(key.hmac("external\0" + externalId));
    }

    private String normalised(String typed) {
        try {
            return identifiers.normalise(typed);
        } catch (Refused refused) {
            return "invalid " + typed;
        }
    }

    /** Empty where the key was destroyed between the fold and here: the person is gone. */
    private Optional<Person> opened(IdentityState.Registered somebody) {
        return switch (vault.open(somebody.profile().traits())) {
            case Opened.Text text ->
                    Optional.of(person(somebody, (ObjectNode) JSON.readTree(text.text())));
            case Opened.Erased erased -> Optional.empty();
        };
    }

    /** A schema that configuration has no more leaves the person, without identifiers. */
    private Person person(IdentityState.Registered somebody, ObjectNode traits) {
        return schemas.byId(somebody.profile().schema())
                .map(schema -> schema.extract(traits))
                .map(found ->
                        new Person(somebody, traits, found.identifiers(), found.accountName()))
                .orElseGet(() -> new Person(somebody, traits, Map.of(), null));
    }
}
