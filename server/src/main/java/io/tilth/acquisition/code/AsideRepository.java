package io.tilth.acquisition.code;

import static java.time.ZoneOffset.UTC;

import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Members whom WeCom does not take on a list for now. */
@Repository
class AsideRepository {

    private final TenantJdbc jdbc;

    AsideRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** @return why, of those who are put aside now */
    Map<MemberId, String> of(Collection<MemberId> members, Instant now) {
        return jdbc
                .sql("""
                select member_id, reason
                from acquisition.member_aside
                where tenant_id = :tenant and member_id = any (cast(:members as uuid[])) and until > :now
                """)
                .param("members", Columns.of(members, MemberId::value))
                .param("now", now.atOffset(UTC))
                .query(AsideRepository::aside)
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return why, of all who are put aside now: seldom more than a few */
    Map<MemberId, String> all(Instant now) {
        return jdbc.sql("""
                select member_id, reason
                from acquisition.member_aside
                where tenant_id = :tenant and until > :now
                """).param("now", now.atOffset(UTC)).query(AsideRepository::aside).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void put(MemberId member, String reason, Instant until) {
        jdbc.sql("""
                insert into acquisition.member_aside (tenant_id, member_id, reason, until)
                values (:tenant, :member, :reason, :until)
                on conflict (tenant_id, member_id) do update set reason = excluded.reason, until = excluded.until
                """)
                .param("member", member.value())
                .param("reason", reason)
                .param("until", until.atOffset(UTC))
                .update();
    }

    void recall(Collection<MemberId> members) {
        jdbc.sql("""
                delete from acquisition.member_aside
                where tenant_id = :tenant and member_id = any (cast(:members as uuid[]))
                """).param("members", Columns.of(members, MemberId::value)).update();
    }

    private static Map.Entry<MemberId, String> aside(ResultSet row, int index) throws SQLException {
        return Map.entry(new MemberId(row.getObject("member_id", UUID.class)), row.getString("reason"));
    }
}
