package io.tilth.directory.member;

import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Members as people look them up, and what people enter about them. */
@Repository
class MemberListRepository {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String SEARCH = """
            with recursive wanted (company_id, number, id) as (
                select d.company_id, d.number, d.id
                from directory.department d
                where d.tenant_id = :tenant and d.id = cast(:department as uuid)
                union
                select d.company_id, d.number, d.id
                from wanted
                join directory.department d on d.company_id = wanted.company_id and d.parent = wanted.number
                where d.tenant_id = :tenant
            )
            select m.id, m.company_id, m.user_id, coalesce(m.display_name, m.name, m.user_id) as called,
                m.display_name, m.phone, m.position, m.status, m.left_at, m.version
            from directory.member m
            where m.tenant_id = :tenant
                and m.id > :after
                and (:everybody or m.id = any (cast(:seen as uuid[])))
                and (cast(:state as text) is null or (m.left_at is null) = (:state = 'HERE'))
                and (strpos(lower(coalesce(m.display_name, '')), lower(:q)) > 0
                    or strpos(lower(coalesce(m.name, '')), lower(:q)) > 0
                    or strpos(m.user_id, lower(:q)) > 0)
                and (cast(:department as uuid) is null
                    or exists (
                        select 1
                        from directory.membership s
                        join wanted on wanted.id = s.department_id
                        where s.tenant_id = :tenant and s.member_id = m.id))
            order by m.id
            limit :rows
            """;

    private final TenantJdbc jdbc;

    MemberListRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they came. */
    List<ListedMember> search(MemberFilter filter, Optional<Set<MemberId>> seen, Optional<UUID> after, int rows) {
        return jdbc.sql(SEARCH)
                .param("after", after.orElse(FIRST))
                .param("everybody", seen.isEmpty())
                .param("seen", Columns.of(seen.orElse(Set.of()), MemberId::value))
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("q", filter.q() == null ? "" : filter.q().strip())
                .param("department", department(filter.department()))
                .param("rows", rows)
                .query(MemberListRepository::listed)
                .list();
    }

    Optional<ListedMember> find(MemberId id) {
        return jdbc.sql("""
                select m.id, m.company_id, m.user_id, coalesce(m.display_name, m.name, m.user_id) as called,
                    m.display_name, m.phone, m.position, m.status, m.left_at, m.version
                from directory.member m
                where m.tenant_id = :tenant and m.id = :id
                """)
                .param("id", id.value())
                .query(MemberListRepository::listed)
                .optional();
    }

    /** False when the member has another version by now. */
    boolean update(MemberId id, @Nullable String displayName, @Nullable String phone, int version) {
        return jdbc.sql("""
                update directory.member
                set display_name = :displayName, phone = :phone, version = version + 1
                where tenant_id = :tenant and id = :id and version = :version
                """)
                        .param("id", id.value())
                        .param("displayName", displayName)
                        .param("phone", phone)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static @Nullable UUID department(@Nullable DepartmentId id) {
        return id == null ? null : id.value();
    }

    private static ListedMember listed(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime left = row.getObject("left_at", OffsetDateTime.class);
        return new ListedMember(
                new MemberId(row.getObject("id", UUID.class)),
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getString("called"),
                row.getString("user_id"),
                row.getString("display_name"),
                row.getString("phone"),
                row.getString("position"),
                List.of(),
                MemberStatus.valueOf(row.getString("status")),
                0,
                false,
                false,
                left == null ? null : left.toInstant(),
                row.getInt("version"));
    }
}
