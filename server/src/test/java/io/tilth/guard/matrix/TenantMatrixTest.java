package io.tilth.guard.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tilth.kernel.tenant.MigratedDatabase;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No kind of statement, in no state of a connection, reaches another tenant's rows in any table. */
class TenantMatrixTest {

    private static Matrix matrix;

    @BeforeAll
    static void open() throws SQLException {
        matrix = new Matrix(MigratedDatabase.copy());
    }

    @AfterAll
    static void close() throws SQLException {
        matrix.close();
    }

    @Test
    void knowsTheTables() {
        assertThat(matrix.tables()).extracting(Table::name).contains("kernel.audit", "access.account");
    }

    @TestFactory
    Stream<DynamicNode> nothingReachesAnotherTenantsRows() {
        return matrix.tables().stream().map(table -> dynamicContainer(table.name(), tests(table)));
    }

    private static Stream<DynamicNode> tests(Table table) {
        var control = dynamicTest(table.name() + ": its owner sees the row", () -> matrix.showTheirRowToThem(table));
        var attacks = Attack.on(table).stream()
                .flatMap(attack -> Stream.of(Situation.values())
                        .map(situation -> dynamicTest(
                                table.name() + ": " + words(attack) + ", " + words(situation),
                                () -> matrix.attempt(table, attack, situation))));
        return Stream.concat(Stream.of(control), attacks);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
