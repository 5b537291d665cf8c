package dev.bonafide.log.reader;

import dev.bonafide.log.Recorded;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Lets a handler method take the {@link Recorded} of its event. */
final class RecordedParameter implements ParameterResolverFactory, ParameterResolver<Recorded> {
    private static final String KEY = "recorded";

    static EventMessage<?> message(Recorded recorded) {
        return new GenericEventMessage<>(recorded.event(), Map.of(KEY, recorded));
    }

    @Override
    public @Nullable ParameterResolver<Recorded> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        return parameters[parameterIndex].getType() == Recorded.class ? this : null;
    }

    @Override
    public Recorded resolveParameterValue(Message<?> message) {
        return (Recorded) Objects.requireNonNull(message.getMetaData().get(KEY));
    }

    @Override
    public boolean matches(Message<?> message) {
        return message.getMetaData().containsKey(KEY);
    }
}
