package io.tilth.guard.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Two tenants with rows in every table, one of which tries to reach the other's. */
class Matrix implements AutoCloseable {

    private static final long VICTIM = 700_001;
    private static final long OWN = 700_002;

    private final TestDatabase database;
    private final Connection superuser;
    private final Serving serving;
    private final Map<String, Table> tables;
    private final Rows rows;

    Matrix(TestDatabase database) throws SQLException {
        this.database = database;
        this.superuser = database.connectAsSuperuser();
        this.serving = new Serving(database);
        this.tables = Tables.in(superuser);
        this.rows = new Rows(superuser, tables, RowFixtures.VALUES);
    }

    List<Table> tables() {
        return tables.values().stream().filter(Table::isTenants).toList();
    }

    Table table(String name) {
        return tables.get(name);
    }

    void attempt(Table table, Attack attack, Situation situation) throws SQLException {
        var target = Target.of(table, tables, rows, OWN, VICTIM);
        giveOwnRow(table);
        var before = rows.digest(table, VICTIM);
        long ownRows = situation.isSomebody() ? rows.count(table, OWN) : 0;
        try (var connection = situation.enter(serving, OWN, VICTIM)) {
            attack.on(target, new Attempt(connection), ownRows);
            connection.rollback();
        }
        assertThat(rows.digest(table, VICTIM)).isEqualTo(before);
    }

    /** The owner itself does see the row, or the matrix would prove nothing. */
    void showTheirRowToThem(Table table) throws SQLException {
        var target = Target.of(table, tables, rows, OWN, VICTIM);
        try (var connection = Situation.OTHER_TENANT.enter(serving, VICTIM, OWN)) {
            var seen = new Attempt(connection)
                    .run("select count(*) from %s where %s".formatted(table.name(), target.theirs()));
            connection.rollback();
            assertThat(seen.rows()).isGreaterThanOrEqualTo(table.view() ? 0 : 1);
        }
    }

    private void giveOwnRow(Table table) {
        if (!table.view()) {
            rows.insert(table, OWN);
        }
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
        serving.close();
        database.drop();
    }
}
