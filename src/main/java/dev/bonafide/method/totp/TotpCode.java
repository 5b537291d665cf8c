package dev.bonafide.method.totp;

import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Messages;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The field that takes a code, in either flow. */
final class TotpCode {
    static final String FIELD = "totp_code";

    private static final int LENGTH_MIN = 6;

    private TotpCode() {}

    /** What was typed, without the blanks around it; "" where nothing was. */
    static String of(ObjectNode fields) {
        return fields.path(FIELD).asString("").strip();
    }

    /**
     * Why a login need not compare it with anything; null where it must. In settings Kratos calls
     * one that is too short simply wrong.
     */
    static @Nullable FieldProblem problem(String code) {
        int length = code.codePointCount(0, code.length());
        if (length == 0) {
            return TotpTexts.codeMissing();
        }
        return length < LENGTH_MIN
                ? FieldProblem.at(FIELD, Messages.tooShort(LENGTH_MIN, length))
                : null;
    }
}
