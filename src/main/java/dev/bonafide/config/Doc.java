package dev.bonafide.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a key does, in the words of {@code docs/configuration.md}, which is generated from it.
 *
 * <p>Constants for it are not private: Error Prone sees no use of one in an annotation here.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Doc {
    String value();

    /** What is allowed, where its type and {@link Range} don't say it. */
    String allowed() default "";

    /** What an absent key means, where {@link Default} can't say it. */
    String absent() default "";
}
