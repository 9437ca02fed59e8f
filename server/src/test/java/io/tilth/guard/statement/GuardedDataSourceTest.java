package io.tilth.guard.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tilth.kernel.postgres.TestDatabase;
import io.tilth.kernel.tenant.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Every way of sending a statement over a guarded connection passes the guard. */
class GuardedDataSourceTest {

    private static final String LOOSE = "delete from kernel.idempotent_answer";

    private static TestDatabase database;

    private SingleConnectionDataSource pool;
    private Connection connection;

    @BeforeAll
    static void migrate() {
        database = MigratedDatabase.copy();
    }

    @BeforeEach
    void open() throws SQLException {
        pool = new SingleConnectionDataSource(database.connectAsApp(), true);
        var guard = new StatementGuard(
                new Catalog(database::connectAsOwner),
                new Ownership(Map.of()),
                new Known(Map.of()),
                () -> Speaker.module("kernel", "idempotency"));
        connection = new GuardedDataSource(pool, guard).getConnection();
    }

    @AfterEach
    void close() {
        pool.destroy();
        StatementGuard.takeFound();
    }

    @AfterAll
    static void drop() {
        database.drop();
    }

    @Test
    void hearsPreparedStatements() {
        assertThatThrownBy(() -> connection.prepareStatement(LOOSE)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> connection.prepareStatement(LOOSE, new String[] {"id"}))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> connection.prepareCall(LOOSE)).isInstanceOf(AssertionError.class);
        assertThatCode(() -> connection
                        .prepareStatement(LOOSE + " where tenant_id = ?")
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void hearsPlainStatementsAndBatches() throws SQLException {
        try (var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(LOOSE)).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> statement.executeUpdate(LOOSE)).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> statement.executeQuery(LOOSE)).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> statement.addBatch(LOOSE)).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> statement.getConnection().prepareStatement(LOOSE))
                    .isInstanceOf(AssertionError.class);
            assertThat(statement.execute("select 1")).isTrue();
        }
    }

    @Test
    void doesNotLetTheConnectionBeTakenOut() {
        assertThatThrownBy(() -> connection.unwrap(PGConnection.class))
                .hasMessageContaining("past the statement guard");
    }

    @Test
    void readsTheRealCatalogue() {
        assertThatThrownBy(() -> connection.prepareStatement("select id from kernel.audit where id = ?"))
                .hasMessageContaining("kernel.audit is named without");
        assertThatCode(() -> connection.prepareStatement("select id from kernel.live_signal where id = ?"))
                .doesNotThrowAnyException();
    }

    @Test
    void passesErrorsOfTheDatabaseOn() {
        assertThatThrownBy(() -> connection.createStatement().execute("select 1 / 0"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("division by zero");
    }
}
