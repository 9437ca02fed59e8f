package io.tilth.guard.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import io.tilth.guard.walls.Sources.Length;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The walls of the house, each with its reason. {@link WallsBreakTest} shows that each can fail. */
class WallsTest {

    static final int LONGEST_METHOD = 40;
    static final int LONGEST_FILE = 300;

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/sandbox/")) // a program of its own
            .importPackages("io.tilth");

    private final Walls walls = new Walls("io.tilth");

    @Test
    void modulesUseEachOtherOnlyAsDeclared() {
        Migrations.house().verify();
    }

    @Test
    void belowAModuleRootNothingIsPublic() {
        walls.belowAModuleRootNothingIsPublic().check(CODE);
    }

    @Test
    void onlyRepositoriesSpeakSql() {
        walls.onlyRepositoriesSpeakSql().check(CODE);
    }

    @Test
    void everyServiceOpensATransaction() {
        walls.everyServiceOpensATransaction().check(CODE);
    }

    @Test
    void onlyTheKernelOpensScopes() {
        walls.onlyTheKernelOpensScopes().check(CODE);
    }

    @Test
    void everyOperationSaysWhoMayCallIt() {
        walls.everyOperationSaysWhoMayCallIt().check(CODE);
    }

    @Test
    void namesSayWhatAThingIs() {
        walls.namesSayWhatAThingIs().check(CODE);
    }

    @Test
    void packagesAreRoomsNotLayers() {
        walls.packagesAreRoomsNotLayers().check(CODE);
    }

    @Test
    void timeComesFromTheClock() {
        walls.timeComesFromTheClock().check(CODE);
    }

    @Test
    void migrationsRunInTheOrderInWhichModulesBuildOnEachOther() {
        assertThat(Migrations.outOfOrder(Migrations.order(), Migrations.uses(Migrations.modulesWithTables())))
                .isEmpty();
        assertThat(Migrations.order()).containsExactlyInAnyOrderElementsOf(Migrations.folders());
    }

    @Test
    void methodsAndFilesStayShort() {
        var sources = Sources.ofTheHouse();
        assertThat(tooLong("methods", Sources.methods(sources), LONGEST_METHOD)).isEmpty();
        assertThat(tooLong("files", Sources.files(sources), LONGEST_FILE)).isEmpty();
    }

    private static List<Length> tooLong(String what, List<Length> lengths, int limit) {
        assertThat(lengths).as(what).hasSizeGreaterThan(10);
        System.out.println("The ten longest " + what + ", in lines:");
        lengths.stream()
                .sorted(Comparator.comparingLong(Length::lines).reversed())
                .limit(10)
                .forEach(System.out::println);
        return lengths.stream().filter(length -> length.lines() > limit).toList();
    }
}
