package dev.bonafide;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A rule about a room that does not exist can never fail, so the map and the folders must agree.
 */
@AnalyzeClasses(packages = Rooms.HOUSE, importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static void everyRoomThatARuleNamesExistsOrIsListedAsNotBuilt(JavaClasses house) {
        Set<String> missing = new TreeSet<>(Rooms.ARROWS.keySet());
        missing.removeAll(built(house));
        assertThat(missing).isEqualTo(new TreeSet<>(Rooms.NOT_BUILT));
    }

    @ArchTest
    static void everyFolderIsARoomOnTheMap(JavaClasses house) {
        assertThat(Rooms.ARROWS.keySet()).containsAll(built(house));
    }

    @ArchTest
    static void everyArrowPointsToARoomOnTheMap(JavaClasses house) {
        assertThat(house).isNotEmpty();
        assertThat(Rooms.ARROWS.values())
                .allSatisfy(known -> assertThat(Rooms.ARROWS.keySet()).containsAll(known));
    }

    private static Set<String> built(JavaClasses house) {
        return house.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(Rooms::roomOf)
                .filter(room -> !room.equals(Rooms.DOOR))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
