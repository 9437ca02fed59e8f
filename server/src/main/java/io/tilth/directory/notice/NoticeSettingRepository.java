package io.tilth.directory.notice;

import io.tilth.directory.MemberId;
import io.tilth.directory.Notices.Quiet;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** When and of what members want to be told, and how many messages have just gone to them. */
@Repository
class NoticeSettingRepository {

    private final TenantJdbc jdbc;

    NoticeSettingRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<NoticeSetting> find(MemberId member) {
        return jdbc.sql("""
                select silenced, quiet_from, quiet_to, phone_left_passes, version
                from directory.notice_setting
                where tenant_id = :tenant and member_id = :member
                """)
                .param("member", member.value())
                .query(NoticeSettingRepository::setting)
                .optional();
    }

    /** False when it has another version by now; version 0 means that there was none. */
    boolean put(MemberId member, NoticeSetting setting) {
        return jdbc.sql("""
                insert into directory.notice_setting as had
                    (tenant_id, member_id, silenced, quiet_from, quiet_to, phone_left_passes, version)
                values (:tenant, :member, :silenced, :from, :to, :passes, :version + 1)
                on conflict (tenant_id, member_id)
                do update set silenced = excluded.silenced, quiet_from = excluded.quiet_from,
                    quiet_to = excluded.quiet_to, phone_left_passes = excluded.phone_left_passes,
                    version = excluded.version
                where had.version = :version
                """)
                        .param("member", member.value())
                        .param("silenced", setting.silenced().toArray(String[]::new))
                        .param("from", setting.quiet().map(Quiet::from).orElse(null))
                        .param("to", setting.quiet().map(Quiet::to).orElse(null))
                        .param("passes", setting.phoneLeftPasses())
                        .param("version", setting.version())
                        .update()
                == 1;
    }

    Optional<Quiet> quiet() {
        return jdbc.sql("select quiet_from, quiet_to from directory.quiet_hours where tenant_id = :tenant")
                .query((row, index) -> new Quiet(
                        row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_to", LocalTime.class)))
                .optional();
    }

    void putQuiet(Quiet quiet) {
        jdbc.sql("""
                insert into directory.quiet_hours (tenant_id, quiet_from, quiet_to)
                values (:tenant, :from, :to)
                on conflict (tenant_id)
                do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
                """).param("from", quiet.from()).param("to", quiet.to()).update();
    }

    void message(MemberId member, int notices, Instant now) {
        jdbc.sql("""
                insert into directory.notice_message (tenant_id, id, member_id, at, notices)
                values (:tenant, :id, :member, :now, :notices)
                """)
                .param("id", Ids.next())
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("notices", notices)
                .update();
    }

    /** When messages went to the member, the oldest first. */
    List<Instant> messagesSince(MemberId member, Instant moment) {
        return jdbc.sql("""
                select at
                from directory.notice_message
                where tenant_id = :tenant and member_id = :member and at > :moment
                order by at
                """)
                .param("member", member.value())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .list();
    }

    int forgetMessagesBefore(Instant moment) {
        return jdbc.sql("delete from directory.notice_message where tenant_id = :tenant and id < :id")
                .param("id", Ids.floor(moment))
                .update();
    }

    private static NoticeSetting setting(ResultSet row, int index) throws SQLException {
        @Nullable LocalTime from = row.getObject("quiet_from", LocalTime.class);
        var quiet = Optional.ofNullable(from).map(start -> new Quiet(start, to(row)));
        return new NoticeSetting(
                Set.of((String[]) row.getArray("silenced").getArray()),
                quiet,
                row.getBoolean("phone_left_passes"),
                row.getInt("version"));
    }

    private static LocalTime to(ResultSet row) {
        try {
            return row.getObject("quiet_to", LocalTime.class);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
