package io.tilth.kernel.live;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class LiveSignalRepository {

    private final GlobalJdbc jdbc;

    LiveSignalRepository(GlobalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(LiveSignal signal) {
        jdbc.sql("""
                insert into kernel.live_signal (id, tenant_id, recipient, topic, subject)
                values (:id, :tenant, :recipient, :topic, :subject)
                """)
                .param("id", signal.id())
                .param("tenant", signal.tenant().value())
                .param("recipient", signal.recipient())
                .param("topic", signal.topic())
                .param("subject", signal.subject())
                .update();
    }

    /** Everything before this mark is visible to all: no transaction that may still commit is older. */
    long horizon() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    /** For the pump: what transactions from the mark on have said, in order. */
    List<LiveSignal> since(long mark) {
        return jdbc.sql("""
                select id, tenant_id, recipient, topic, subject
                from kernel.live_signal
                where said_in >= :mark::text::xid8
                order by id
                """)
                .param("mark", mark)
                .query(LiveSignalRepository::signal)
                .list();
    }

    /** For a screen that was away: what it missed. */
    List<LiveSignal> after(UUID id, TenantId tenant, Collection<String> recipients, int rows) {
        return jdbc.sql("""
                select id, tenant_id, recipient, topic, subject
                from kernel.live_signal
                where tenant_id = :tenant and recipient in (:recipients) and id > :id
                order by id
                limit :rows
                """)
                .param("tenant", tenant.value())
                .param("recipients", recipients)
                .param("id", id)
                .param("rows", rows)
                .query(LiveSignalRepository::signal)
                .list();
    }

    int forgetBefore(Instant moment) {
        return jdbc.sql("delete from kernel.live_signal where id < :id")
                .param("id", Ids.floor(moment))
                .update();
    }

    private static LiveSignal signal(ResultSet row, int index) throws SQLException {
        return new LiveSignal(
                row.getObject("id", UUID.class),
                new TenantId(row.getLong("tenant_id")),
                row.getString("recipient"),
                row.getString("topic"),
                row.getString("subject"));
    }
}
