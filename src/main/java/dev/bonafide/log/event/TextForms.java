package dev.bonafide.log.event;

import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.kernel.StreamId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kernel's words, and the JDK's, that are stored as plain strings. */
final class TextForms {
    private static final Map<Class<?>, TextForm<?>> FORMS =
            List.<TextForm<?>>of(
                            new TextForm<>(UUID.class, UUID::toString, UUID::fromString),
                            new TextForm<>(IdentityId.class, IdentityId::toString, IdentityId::of),
                            new TextForm<>(SessionId.class, SessionId::toString, SessionId::of),
                            new TextForm<>(FlowId.class, FlowId::toString, FlowId::of),
                            new TextForm<>(Lineage.class, Lineage::toString, Lineage::of),
                            new TextForm<>(MethodId.class, MethodId::value, MethodId::new),
                            new TextForm<>(Channel.class, Channel::value, Channel::new),
                            new TextForm<>(StreamId.class, StreamId::hex, StreamId::ofHex),
                            // RFC 4648 section 5, without padding
                            new TextForm<>(
                                    byte[].class,
                                    Base64.getUrlEncoder().withoutPadding()::encodeToString,
                                    Base64.getUrlDecoder()::decode))
                    .stream()
                    .collect(Collectors.toUnmodifiableMap(TextForm::type, Function.identity()));

    private TextForms() {}

    static Iterable<TextForm<?>> all() {
        return FORMS.values();
    }

    static boolean has(Class<?> type) {
        return FORMS.containsKey(type);
    }

    /** The string that stands for a map key or the member of a set. */
    static String text(Object value) {
        TextForm<?> form = FORMS.get(value.getClass());
        return switch (value) {
            case String text -> text;
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case Object other when form != null -> form.text(other);
            default -> throw new IllegalArgumentException(value.getClass() + " is no text");
        };
    }
}
