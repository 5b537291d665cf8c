/**
 * What the operator's identity schemas say: which traits a person has, what is wrong with given
 * ones, which of them are login identifiers, addresses or an account name, and how a form asks for
 * them. JSON Schema draft-07 and 2020-12 with Kratos' extension keyword {@code ory.sh/kratos}
 * (contract clause 11a).
 *
 * <p>Invariant: a schema that is not understood to the last word stops the start; nothing is ever
 * fetched, at start or later. Kinds of credentials are data: none is known by name here.
 *
 * <p>Start at {@link dev.bonafide.identity.schema.Schemas}.
 */
@NullMarked
@NamedInterface("schema")
package dev.bonafide.identity.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
