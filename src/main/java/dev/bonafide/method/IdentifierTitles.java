package dev.bonafide.method;

import dev.bonafide.kernel.MethodId;

/**
 * Labels of identifier fields: the schema's title where exactly one trait is a method's identifier,
 * else a general word.
 */
@FunctionalInterface
public interface IdentifierTitles {
    Message of(MethodId method);
}
