package dev.bonafide.log;

import java.util.List;

/**
 * The events that one room stores: records annotated with {@link dev.bonafide.kernel.EventName}.
 * Collected by injection.
 */
public interface EventTypes {
    List<Class<?>> events();
}
