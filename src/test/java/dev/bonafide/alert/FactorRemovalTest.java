package dev.bonafide.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.bonafide.Bonafide;
import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.FactorRemoval;
import dev.bonafide.kernel.EventName;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule names no method, so each method must say which of its events it is about. */
class FactorRemovalTest {
    @Test
    void everyEventThatIsNamedSoIsARemovalAndNoOtherIs() {
        List<JavaClass> events = credentialEvents();
        assertThat(events).filteredOn(FactorRemovalTest::removal).hasSizeGreaterThanOrEqualTo(3);
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(event.isAssignableTo(FactorRemoval.class))
                                .as(name(event))
                                .isEqualTo(removal(event)));
    }

    private static boolean removal(JavaClass event) {
        return name(event).endsWith(".removed");
    }

    private static String name(JavaClass event) {
        return event.getAnnotationOfType(EventName.class).value();
    }

    private static List<JavaClass> credentialEvents() {
        URL main = Bonafide.class.getProtectionDomain().getCodeSource().getLocation();
        return new ClassFileImporter()
                .importUrl(main).stream()
                        .filter(type -> type.isAnnotatedWith(EventName.class))
                        .filter(type -> type.isAssignableTo(CredentialEvent.class))
                        .toList();
    }
}
