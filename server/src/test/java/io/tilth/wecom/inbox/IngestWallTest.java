package io.tilth.wecom.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tilth.kernel.postgres.TestDatabase;
import io.tilth.kernel.tenant.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of an ingest opens adding rows of those tenants in one table, and nothing else. */
class IngestWallTest {

    private static TestDatabase database;

    private Connection connection;

    @BeforeAll
    static void migrate() {
        database = MigratedDatabase.copy();
    }

    @AfterAll
    static void drop() {
        database.drop();
    }

    @BeforeEach
    void open() throws SQLException {
        connection = database.connectAsApp();
        connection.setAutoCommit(false);
        execute("set local tilth.ingest_tenants = '{71,72}'");
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void takesRowsOfTheListedTenants() throws SQLException {
        assertThat(insert(71)).isOne();
        assertThat(insert(72)).isOne();
    }

    @Test
    void refusesARowOfATenantThatIsNotListed() {
        assertThatThrownBy(() -> insert(73)).hasMessageContaining("row-level security");
    }

    @Test
    void letsNothingBeReadChangedOrDeleted() throws SQLException {
        insert(71);
        connection.commit();
        execute("set local tilth.ingest_tenants = '{71,72}'");

        assertThat(count()).isZero();
        assertThat(execute("update wecom.callback set event = 'x'")).isZero();
        assertThat(execute("delete from wecom.callback")).isZero();
        assertThatThrownBy(() -> execute(row(71) + " returning id")).hasMessageContaining("row-level security");
    }

    @Test
    void endsWithTheTransaction() throws SQLException {
        connection.commit();

        assertThatThrownBy(() -> insert(71)).hasMessageContaining("row-level security");
    }

    @Test
    void opensNoOtherTable() {
        assertThatThrownBy(() -> execute("""
                insert into wecom.callback_failure
                    (tenant_id, id, company_id, event, attempts, reason, failed_at)
                values (71, '%s', '%1$s', 'e', 1, 'r', now())""".formatted(UUID.randomUUID()))).hasMessageContaining("row-level security");
    }

    @Test
    void leavesTheMonthsThemselvesClosed() {
        assertThatThrownBy(() -> execute("select count(*) from wecom.callback_stray"))
                .hasMessageContaining("permission denied");
    }

    private int insert(long tenant) throws SQLException {
        return execute(row(tenant));
    }

    private static String row(long tenant) {
        return """
                insert into wecom.callback
                    (tenant_id, id, company_id, event, change, subject, lane, at, received_at, fields)
                values (%d, '%s', '%2$s', 'e', '', '', 1, now(), now(), '{}') on conflict do nothing""".formatted(tenant, UUID.randomUUID());
    }

    private long count() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from wecom.callback")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private int execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(0, statement.getUpdateCount());
        }
    }
}
