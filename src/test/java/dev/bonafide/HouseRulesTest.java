package dev.bonafide;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.bonafide.http.Routes;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** What holds in every room: where time and chance come from, who is public, who reads a view. */
@AnalyzeClasses(packages = Rooms.HOUSE, importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final DescribedPredicate<JavaClass> ROUTES =
            describe("routes", type -> type.isAssignableTo(Routes.class) && !type.isInterface());

    /** HTTP's own routes are handed from its contract to its server, which is a sub-folder. */
    private static final DescribedPredicate<JavaClass> ROUTES_OF_A_ROOM =
            describe("routes of a room", ROUTES.and(not(resideInAPackage("dev.bonafide.http.."))));

    private static final Set<String> CHANCE =
            Set.of(
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.security.SecureRandom",
                    "java.util.concurrent.ThreadLocalRandom");

    @ArchTest
    static final ArchRule timeAndChanceComeFromTheKernel =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.bonafide.kernel..")
                    .should()
                    .accessTargetWhere(
                            describe("reads a clock or rolls dice", call -> undecided(call)))
                    .because("a decision is repeatable, and tests move the clock");

    @ArchTest
    static final ArchRule viewsAndRoutesArePackagePrivate =
            classes()
                    .that(Shells.PROJECTION.or(ROUTES_OF_A_ROOM))
                    .should()
                    .notBePublic()
                    .allowEmptyShould(true)
                    .because("commands, events and addresses are the only way in");

    @ArchTest
    static final ArchRule anAggregateIsMadeAndChangedByTheLogOnly =
            codeUnits()
                    .that()
                    .areDeclaredInClassesThat(Shells.AGGREGATE)
                    .and(describe("make or evolve it", HouseRulesTest::makesOrEvolves))
                    .should()
                    .notBePublic()
                    .because("the class is a port; its state is what its events say");

    @ArchTest
    static final ArchRule nothingThatDecidesReadsAView =
            noClasses()
                    .that(not(describe("may read a view", readers())))
                    .should()
                    .dependOnClassesThat(
                            Shells.PROJECTION
                                    .or(simpleNameEndingWith("Queries"))
                                    .as("are projections or queries"))
                    .because("a view is behind; what must be right reads the log");

    private static DescribedPredicate<JavaClass> readers() {
        return Shells.PROJECTION
                .or(ROUTES)
                .or(simpleNameEndingWith("Queries"))
                .or(simpleNameEndingWith("Beans"))
                .or(resideInAPackage("dev.bonafide"))
                .or(resideInAPackage("dev.bonafide.audit.."))
                .or(resideInAPackage("dev.bonafide.cli.."));
    }

    private static boolean makesOrEvolves(JavaCodeUnit unit) {
        return !unit.getOwner().getModifiers().contains(JavaModifier.ABSTRACT)
                && (unit.isConstructor() || unit.isAnnotatedWith(EventSourcingHandler.class));
    }

    private static boolean undecided(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getFullName();
        String name = call.getTarget().getName();
        return (owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system")))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                || (owner.equals("java.lang.Math") && name.equals("random"))
                || CHANCE.contains(owner);
    }
}
