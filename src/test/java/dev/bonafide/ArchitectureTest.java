package dev.bonafide;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.MessageDigest;
import java.security.Signature;

/** The walls of the house. Every rule was seen failing once on a planted fault. */
@AnalyzeClasses(packages = Rooms.HOUSE, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule roomsKnowOnlyWhatStandsToTheirRight =
            classes()
                    .should(knowOnlyTheRoomsOnTheMap())
                    .because(
                            "a step of a request never goes back up, so one room can be read alone");

    @ArchTest
    static final ArchRule theKernelNeedsTheJdkOnly =
            classes()
                    .that(resideInAPackage("dev.bonafide.kernel.."))
                    .should(
                            onlyDependOnClassesThat(
                                    resideInAnyPackage(
                                            "dev.bonafide.kernel..",
                                            "java..",
                                            "javax.crypto..",
                                            "org.jspecify..")))
                    .because("every room speaks these words");

    @ArchTest
    static final ArchRule driversStayInTheStore =
            onlyIn(
                    in("store"),
                    "a second store must not find SQL anywhere else",
                    "java.sql..",
                    "javax.sql..",
                    "org.sqlite..",
                    "com.mongodb..",
                    "org.bson..");

    @ArchTest
    static final ArchRule reactiveTypesStayInHttp =
            onlyIn(
                    in("http"),
                    "below the hand-over to a virtual thread everything is ordinary sequential code",
                    "reactor..",
                    "org.reactivestreams..",
                    "io.netty..",
                    "org.springframework.web..",
                    "org.springframework.http..");

    @ArchTest
    static final ArchRule yamlIsReadByTheConfigurationOnly =
            onlyIn(in("config"), "there is one strict reader", "org.snakeyaml..", "org.yaml..");

    /** A method may bring the algorithm of its standard; nobody else picks one. */
    @ArchTest
    static final ArchRule cryptographyStaysInKernelAndVault =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.bonafide.kernel..",
                            "dev.bonafide.vault..",
                            "dev.bonafide.method.*..")
                    .should(
                            dependOnClassesThat(
                                    resideInAnyPackage("javax.crypto..", "org.bouncycastle..")
                                            .or(
                                                    belongToAnyOf(
                                                            MessageDigest.class, Signature.class))))
                    .because("the inventory of keys and algorithms is two rooms long");

    @ArchTest
    static final ArchRule theCommandLineStaysInItsRoom =
            onlyIn(
                    in("cli").or(in(Rooms.DOOR)),
                    "what the server does must not depend on how it was started",
                    "picocli..");

    @ArchTest
    static final ArchRule axonStaysInTheLogAndInShells =
            noClasses()
                    .that(describe("are outside the log", in("log").negate()))
                    .should(dependOnClassesThat(axonBeyondShells()))
                    .because("moving to another Axon rewrites the log and the shells' annotations");

    @ArchTest
    static final ArchRule onlyShellsCarryAxonsAnnotations =
            noClasses()
                    .that(
                            describe(
                                    "are neither log nor shell",
                                    in("log").or(Shells.SHELL).negate()))
                    .should(dependOnClassesThat(resideInAPackage("org.axonframework..")))
                    .because("rules are plain Java");

    @ArchTest
    static final ArchRule rulesSeeNoFramework =
            noClasses()
                    .that(describe("hold rules", Shells.RULES))
                    .should(
                            dependOnClassesThat(
                                    resideInAnyPackage(
                                            "org.axonframework..",
                                            "org.springframework..",
                                            "reactor..",
                                            "tools.jackson..",
                                            "java.sql..",
                                            "java.net.http..",
                                            "dev.bonafide.store..",
                                            "dev.bonafide.http..")))
                    .allowEmptyShould(true)
                    .because("decisions, states and events are pure, and read for ever");

    /**
     * What methods share of a standard (WebAuthn, which is two to Kratos; Argon2) is beside them.
     */
    @ArchTest
    static final ArchRule methodsDoNotKnowOneAnother =
            slices().matching("dev.bonafide.method.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(
                            resideInAPackage("dev.bonafide.method.*.."),
                            resideInAnyPackage(
                                    "dev.bonafide.method.fido..", "dev.bonafide.method.argon2.."))
                    .allowEmptyShould(true)
                    .because("a method is added and removed as one folder");

    @ArchTest
    static final ArchRule nobodyNamesAClassOfAMethod =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.bonafide", "dev.bonafide.method.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.bonafide.method.*..")
                    .allowEmptyShould(true)
                    .because("flows know the contract; only the front door registers a method");

    private static ArchRule onlyIn(
            DescribedPredicate<JavaClass> place, String reason, String... packages) {
        return noClasses()
                .that(describe("are outside " + place.getDescription(), place.negate()))
                .should(dependOnClassesThat(resideInAnyPackage(packages)))
                .because(reason);
    }

    private static DescribedPredicate<JavaClass> in(String room) {
        return describe(
                room.isEmpty() ? "the front door" : room, type -> Rooms.roomOf(type).equals(room));
    }

    private static DescribedPredicate<JavaClass> axonBeyondShells() {
        return resideInAPackage("org.axonframework..")
                .and(describe("are no annotations", type -> !type.isAnnotation()));
    }

    private static ArchCondition<JavaClass> knowOnlyTheRoomsOnTheMap() {
        return new ArchCondition<>("know only the rooms that the map allows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(known -> Rooms.inHouse(known.getTargetClass()))
                        .filter(known -> !Rooms.mayKnow(type, known.getTargetClass()))
                        .map(Dependency::getDescription)
                        .map(text -> SimpleConditionEvent.violated(type, text))
                        .forEach(events::add);
            }
        };
    }
}
