package dev.bonafide.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event is stored, chosen by hand and never changed: {@code
 * aggregate.fact}, lower case. A change of shape is a new revision with an upcaster; a golden JSON
 * file per name and revision is read back for ever.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {
    String value();

    int revision() default 1;
}
