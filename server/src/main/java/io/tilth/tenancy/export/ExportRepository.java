package io.tilth.tenancy.export;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tenancy.export.Export.State;
import io.tilth.tenancy.export.ExportQueue.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ExportRepository {

    private final TenantJdbc jdbc;

    ExportRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when one is under way already: a key sees to it that there is only one at a time. */
    Optional<Order> insert(Export export, UUID requestedBy) {
        return jdbc.sql("""
                insert into tenancy.export (tenant_id, id, state, requested_by, requested_by_name, requested_at)
                values (:tenant, :id, :state, :by, :byName, :at)
                on conflict do nothing
                returning tenant_id, id
                """)
                .param("id", export.id().value())
                .param("state", export.state().name())
                .param("by", requestedBy)
                .param("byName", export.requestedBy())
                .param("at", export.requestedAt().atOffset(UTC))
                .query(ExportRepository::order)
                .optional();
    }

    List<Export> newest() {
        return jdbc.sql("""
                select id, state, requested_by_name, requested_at, tables_done, tables_total, rows, bytes, expires_at
                from tenancy.export
                where tenant_id = :tenant
                order by id desc
                limit 100
                """).query(ExportRepository::export).list();
    }

    Optional<Export> find(ExportId id) {
        return jdbc.sql("""
                select id, state, requested_by_name, requested_at, tables_done, tables_total, rows, bytes, expires_at
                from tenancy.export
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .query(ExportRepository::export)
                .optional();
    }

    List<Order> unfinished() {
        return jdbc.sql("""
                select tenant_id, id
                from tenancy.export
                where tenant_id = :tenant and state in ('WAITING', 'RUNNING')
                """).query(ExportRepository::order).list();
    }

    /** From the beginning, whatever an earlier attempt left behind; false when there is nothing to do any more. */
    boolean begin(ExportId id, int tables) {
        jdbc.sql("""
                delete from tenancy.export_chunk
                where tenant_id = :tenant and export_id = :id
                """).param("id", id.value()).update();
        return jdbc.sql("""
                        update tenancy.export
                        set state = 'RUNNING', tables_done = 0, tables_total = :tables, rows = 0, bytes = 0
                        where tenant_id = :tenant and id = :id and state in ('WAITING', 'RUNNING')
                        """).param("id", id.value()).param("tables", tables).update() == 1;
    }

    void insertPiece(ExportId id, int number, byte[] bytes) {
        jdbc.sql("""
                insert into tenancy.export_chunk (tenant_id, export_id, number, bytes)
                values (:tenant, :id, :number, :bytes)
                """)
                .param("id", id.value())
                .param("number", number)
                .param("bytes", bytes)
                .update();
    }

    Optional<byte[]> piece(ExportId id, int number) {
        return jdbc.sql("""
                select bytes
                from tenancy.export_chunk
                where tenant_id = :tenant and export_id = :id and number = :number
                """)
                .param("id", id.value())
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    void progress(ExportId id, Progress progress) {
        jdbc.sql("""
                update tenancy.export
                set tables_done = :tables, rows = :rows, bytes = :bytes
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .param("tables", progress.tables())
                .param("rows", progress.rows())
                .param("bytes", progress.bytes())
                .update();
    }

    void end(ExportId id, State state, Instant expiresAt) {
        jdbc.sql("""
                update tenancy.export
                set state = :state, expires_at = :expiresAt
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .param("state", state.name())
                .param("expiresAt", expiresAt.atOffset(UTC))
                .update();
    }

    int deleteExpired(Instant now) {
        return jdbc.sql("""
                delete from tenancy.export
                where tenant_id = :tenant and expires_at <= :now
                """).param("now", now.atOffset(UTC)).update();
    }

    private static Order order(ResultSet row, int index) throws SQLException {
        return new Order(new TenantId(row.getLong("tenant_id")), new ExportId(row.getObject("id", UUID.class)));
    }

    private static Export export(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        return new Export(
                new ExportId(row.getObject("id", UUID.class)),
                State.valueOf(row.getString("state")),
                row.getString("requested_by_name"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getInt("tables_done"),
                row.getInt("tables_total"),
                row.getLong("rows"),
                row.getLong("bytes"),
                Optional.ofNullable(expiresAt).map(OffsetDateTime::toInstant));
    }

    /** How far the packing has come. */
    record Progress(int tables, long rows, long bytes) {}
}
