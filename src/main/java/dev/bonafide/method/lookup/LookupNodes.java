package dev.bonafide.method.lookup;

import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the settings show. Where codes can be shown again, the nodes are Kratos'; else regenerating
 * is offered at once, with the number of codes left.
 */
final class LookupNodes {
    private static final String GROUP = LookupMethod.ID.value();

    private final boolean reveal;
    private final Function<Sealed, Optional<String>> opener;

    LookupNodes(boolean reveal, Function<Sealed, Optional<String>> opener) {
        this.reveal = reveal;
        this.opener = opener;
    }

    List<Node> of(@Nullable LookupState held, Memory memory) {
        return switch (memory) {
            case Memory.Pending pending when !confirmed(held, pending.codes()) ->
                    List.of(codes(fresh(pending.codes())), button(Action.CONFIRM));
            case Memory.Revealed revealed when held != null && canReveal(held) ->
                    List.of(codes(shown(held)), button(Action.DISABLE), button(Action.REGENERATE));
            case Memory.Pending pending -> usual(held);
            case Memory.Revealed revealed -> usual(held);
            case Memory.Nothing nothing -> usual(held);
        };
    }

    /** Whether codes are shown: new ones, or those held. */
    boolean answer(@Nullable LookupState held, Memory memory) {
        return switch (memory) {
            case Memory.Pending pending -> !confirmed(held, pending.codes());
            case Memory.Revealed revealed -> held != null && canReveal(held);
            case Memory.Nothing nothing -> false;
        };
    }

    /** Whether the setting allows it today, and did when the set was made. */
    boolean canReveal(LookupState held) {
        return reveal && held.set().copy() != null;
    }

    private List<Node> usual(@Nullable LookupState held) {
        if (held == null) {
            return List.of(button(Action.REGENERATE));
        }
        return canReveal(held)
                ? List.of(button(Action.REVEAL), button(Action.DISABLE))
                : List.of(remaining(held), button(Action.REGENERATE), button(Action.DISABLE));
    }

    private static boolean confirmed(@Nullable LookupState held, PendingCodes pending) {
        return held != null && held.set().salt().equals(pending.salt());
    }

    private static List<Message> fresh(PendingCodes pending) {
        return pending.codes().stream().map(LookupTexts::code).toList();
    }

    private List<Message> shown(LookupState held) {
        Sealed copy = held.set().copy();
        String text = copy == null ? "" : opener.apply(copy).orElse("");
        List<String> codes = text.isEmpty() ? List.of() : List.of(text.split(" "));
        return IntStream.range(0, codes.size())
                .mapToObj(index -> shown(held, index, codes.get(index)))
                .toList();
    }

    private static Message shown(LookupState held, int index, String code) {
        var used = held.usedAt().get(index);
        return used == null ? LookupTexts.code(code) : LookupTexts.usedCode(used);
    }

    private static Node codes(List<Message> codes) {
        return Node.text(GROUP, "lookup_secret_codes", LookupTexts.list(codes))
                .labelled(LookupTexts.codesLabel());
    }

    private static Node remaining(LookupState held) {
        return Node.text(
                GROUP,
                "lookup_secret_remaining",
                LookupTexts.remaining(held.remaining(), held.total()));
    }

    private static Node button(Action action) {
        Message label =
                switch (action) {
                    case CONFIRM -> LookupTexts.confirm();
                    case REVEAL -> LookupTexts.reveal();
                    case DISABLE -> LookupTexts.disable();
                    case REGENERATE -> LookupTexts.regenerate();
                    case NONE -> throw new IllegalArgumentException("no button");
                };
        return Node.submit(GROUP, action.field(), "true", label);
    }
}
