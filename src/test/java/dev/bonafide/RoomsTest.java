package dev.bonafide;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A rule about a room that does not exist can never fail, so the map and the folders must agree.
 */
class RoomsTest {
    private final Set<String> built =
            new ClassFileImporter()
                            .withImportOption(new ImportOption.DoNotIncludeTests())
                            .importPackages(Rooms.HOUSE)
                            .stream()
                            .filter(type -> !type.getSimpleName().equals("package-info"))
                            .map(RoomsTest::room)
                            .filter(room -> !room.equals(Rooms.DOOR))
                            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyRoomThatARuleNamesExistsOrIsListedAsNotBuilt() {
        Set<String> missing = new TreeSet<>(Rooms.ARROWS.keySet());
        missing.removeAll(built);
        assertThat(Rooms.NOT_BUILT).containsAll(missing);
    }

    @Test
    void everyFolderIsARoomOnTheMap() {
        assertThat(Rooms.ARROWS.keySet()).containsAll(built);
    }

    @Test
    void everyArrowPointsToARoomOnTheMap() {
        assertThat(Rooms.ARROWS.values())
                .allSatisfy(known -> assertThat(Rooms.ARROWS.keySet()).containsAll(known));
    }

    private static String room(JavaClass type) {
        return Rooms.roomOf(type);
    }
}
