package dev.bonafide.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the factory of a bean that is nothing but configuration. All parts are made before any
 * other bean, so that a bad file is refused as a whole before a store is opened, and nothing can be
 * bound later: what no part binds counts as unknown.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Part {}
