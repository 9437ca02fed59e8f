package io.tilth.guard.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchRule;
import io.tilth.guard.walls.Sources.Length;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;

/** A rule can match nothing and pass: each wall is shown to fall on a house that is built wrong. */
class WallsBreakTest {

    private static final JavaClasses CROOKED = new ClassFileImporter().importPackages("crooked");

    private final Walls walls = new Walls("crooked");

    @Test
    void seesAModuleThatUsesWhatItHasNotDeclared() {
        assertThatThrownBy(() -> ApplicationModules.of("crooked", Predefined.ONLY_INCLUDE_TESTS)
                        .verify())
                .hasMessageContaining("Cycle detected")
                .hasMessageContaining("Module 'shop' depends on module 'till'");
    }

    @Test
    void seesAPublicTypeBelowARoot() {
        assertFalls(walls.belowAModuleRootNothingIsPublic(), "crooked.shop.price.OpenPrice");
    }

    @Test
    void seesSqlOutsideOfARepository() {
        assertFalls(walls.onlyRepositoriesSpeakSql(), "crooked.shop.price.PriceListener", "TenantJdbc");
    }

    @Test
    void seesAServiceWithoutATransaction() {
        assertFalls(walls.everyServiceOpensATransaction(), "crooked.shop.price.PriceService");
    }

    @Test
    void seesAScopeOpenedOutsideOfTheKernel() {
        assertFalls(walls.onlyTheKernelOpensScopes(), "crooked.shop.price.PriceListener.on", "TenantScope.of");
    }

    @Test
    void seesAnOperationThatNobodyGuards() {
        assertFalls(walls.everyOperationSaysWhoMayCallIt(), "PriceController.all() names no right");
    }

    @Test
    void seesAnEmptyName() {
        assertFalls(walls.namesSayWhatAThingIs(), "crooked.shop.price.PriceHelper");
    }

    @Test
    void seesAnEmptyPackage() {
        assertFalls(walls.packagesAreRoomsNotLayers(), "crooked.shop.util.Prices");
    }

    @Test
    void seesWhoReadsTheMachinesClock() {
        assertFalls(walls.timeComesFromTheClock(), "System.currentTimeMillis", "Instant.now");
    }

    @Test
    void seesMigrationsThatRunTooEarlyOrNever() {
        assertThat(Migrations.outOfOrder(
                        List.of("__root", "access", "tenancy"),
                        Map.of("access", List.of("tenancy"), "tenancy", List.of(), "wecom", List.of())))
                .containsExactlyInAnyOrder(
                        "access comes before tenancy, which it uses", "wecom has no place in the order");
    }

    @Test
    void measuresMethodsAndFiles(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("Long.java"), """
                class Long {
                    @Deprecated
                    void three() {
                    }
                    class Inner {
                        int one() { return 1; }
                    }
                }
                """);
        assertThat(Sources.methods(List.of(file)))
                .containsExactly(new Length("Long.java:2 three", 3), new Length("Long.java:6 one", 1));
        assertThat(Sources.files(List.of(file))).extracting(Length::lines).containsExactly(8L);
    }

    private static void assertFalls(ArchRule wall, String... offences) {
        assertThatThrownBy(() -> wall.check(CROOKED))
                .isInstanceOf(AssertionError.class)
                .satisfies(fall -> assertThat(fall).hasMessageContainingAll(offences));
    }
}
