package dev.bonafide;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.bonafide.log.Projection;
import dev.bonafide.log.Root;
import java.util.regex.Pattern;

/** Which classes are thin shells around rules, and which hold the rules; told by role and name. */
final class Shells {
    private static final Pattern PURE = Pattern.compile(".*(Decisions|State|Event)");

    static final DescribedPredicate<JavaClass> AGGREGATE =
            describe("aggregates", type -> type.isAssignableTo(Root.class));

    static final DescribedPredicate<JavaClass> PROJECTION =
            describe(
                    "projections",
                    type -> type.isAssignableTo(Projection.class) && !type.isInterface());

    static final DescribedPredicate<JavaClass> HANDLER =
            describe("command handlers", type -> outermost(type).endsWith("Handler"));

    static final DescribedPredicate<JavaClass> SHELL =
            describe("shells", AGGREGATE.or(PROJECTION).or(HANDLER));

    /**
     * By the name of the file they stand in, so the records inside a sealed family count too. The
     * log's own events are how it stores those of others.
     */
    static final DescribedPredicate<JavaClass> RULES =
            describe(
                    "rules",
                    type ->
                            PURE.matcher(outermost(type)).matches()
                                    && !Rooms.roomOf(type).equals("log"));

    private Shells() {}

    private static String outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getSimpleName();
    }
}
