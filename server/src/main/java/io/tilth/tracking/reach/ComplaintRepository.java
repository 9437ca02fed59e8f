package io.tilth.tracking.reach;

import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.Visiting.Reader;
import io.tilth.tracking.reach.Complaint.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ComplaintRepository {

    private static final UUID LAST = new UUID(-1, -1);

    private final TenantJdbc jdbc;

    ComplaintRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    int before(Reader reader) {
        return jdbc.sql("""
                select count(*)
                from tracking.complaint
                where tenant_id = :tenant and visitor_id = :visitor and share_id = :share
                """)
                .param("visitor", reader.visitor().value())
                .param("share", reader.share().value())
                .query(Integer.class)
                .single();
    }

    void insert(Complaint complaint, Reader reader) {
        jdbc.sql("""
                insert into tracking.complaint (tenant_id, id, share_id, visitor_id, reason, text, reach)
                values (:tenant, :id, :share, :visitor, :reason, :text, :reach)
                """)
                .param("id", Ids.next())
                .param("share", reader.share().value())
                .param("visitor", reader.visitor().value())
                .param("reason", complaint.reason().name())
                .param("text", complaint.text())
                .param("reach", complaint.reach())
                .update();
    }

    List<Row> newest(Optional<UUID> before, int rows) {
        return jdbc.sql("""
                select id, reason, text, reach, settled_at
                from tracking.complaint
                where tenant_id = :tenant and id < :before
                order by id desc
                limit :rows
                """)
                .param("before", before.orElse(LAST))
                .param("rows", rows)
                .query(ComplaintRepository::row)
                .list();
    }

    boolean exists(UUID id) {
        return jdbc.sql("""
                        select exists (select from tracking.complaint where tenant_id = :tenant and id = :id)
                        """).param("id", id).query(Boolean.class).single();
    }

    /** False when it was settled before. */
    boolean settle(UUID id, UUID account, Instant at) {
        return jdbc.sql("""
                update tracking.complaint
                set settled_at = :at, settled_by = :account
                where tenant_id = :tenant and id = :id and settled_at is null
                """)
                        .param("id", id)
                        .param("account", account)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        @Nullable Timestamp settled = row.getTimestamp("settled_at");
        return new Row(
                row.getObject("id", UUID.class),
                new Complaint(Reason.valueOf(row.getString("reason")), row.getString("text"), row.getString("reach")),
                Optional.ofNullable(settled).map(Timestamp::toInstant));
    }

    record Row(UUID id, Complaint complaint, Optional<Instant> settled) {}
}
