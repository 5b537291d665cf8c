package dev.bonafide.flow;

import dev.bonafide.identity.Directory;
import dev.bonafide.identity.IdentityState.Profile;
import dev.bonafide.identity.Person;
import dev.bonafide.identity.schema.IdentitySchema;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Node;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an identity schema means for forms: the fields of its traits, what is wrong with values, and
 * what identifiers they give.
 */
public interface Traits {
    /** Those of one schema. */
    static Traits of(IdentitySchema schema, Directory directory) {
        return new SchemaTraits(() -> schema, directory);
    }

    /**
     * One input per trait, in the schema's order, with these values. {@code group} is who offers
     * them.
     */
    List<Node> nodes(String group, ObjectNode values);

    List<FieldProblem> problems(ObjectNode traits);

    /** Traits sealed for the identity, with their login identifiers hashed. */
    Profile profile(IdentityId id, ObjectNode traits);

    /** The login identifiers that these traits give a method, normalised. */
    List<String> identifiers(MethodId method, ObjectNode traits);

    /** The input whose value names the person to this method, {@code traits.name}; "" for none. */
    default String displayField(MethodId method) {
        return "";
    }

    /** Whose one of these traits' login identifiers is already. */
    default Optional<Taken> taken(ObjectNode traits) {
        return Optional.empty();
    }

    /** A login identifier and the account that it belongs to. */
    record Taken(Person owner, String identifier) {
        /** Both are personal. */
        @Override
        public String toString() {
            return "Taken[]";
        }
    }

    /** Whether the change touches what somebody logs in, is verified or recovers by. */
    boolean sensitive(ObjectNode before, ObjectNode after);
}
