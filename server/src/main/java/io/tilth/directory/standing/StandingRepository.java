package io.tilth.directory.standing;

import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Where members sit in the tree of departments. */
@Repository
class StandingRepository {

    private final TenantJdbc jdbc;

    StandingRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> position(MemberId member) {
        return jdbc.sql("""
                select position
                from directory.member
                where tenant_id = :tenant and id = :member and position <> ''
                """).param("member", member.value()).query(String.class).optional();
    }

    /** The member's departments, and whether the member leads them. */
    List<Seat> seats(MemberId member) {
        return jdbc.sql("""
                select s.department_id, s.leads,
                    exists (
                        select 1
                        from directory.shop shop
                        where shop.tenant_id = :tenant and shop.department_id = s.department_id) as shop
                from directory.membership s
                where s.tenant_id = :tenant and s.member_id = :member
                """)
                .param("member", member.value())
                .query((row, index) -> new Seat(
                        new DepartmentId(row.getObject("department_id", UUID.class)),
                        row.getBoolean("leads"),
                        row.getBoolean("shop")))
                .list();
    }

    /** The member's departments and all above them. */
    List<DepartmentId> within(MemberId member) {
        return jdbc.sql("""
                with recursive above (company_id, parent, id) as (
                    select d.company_id, d.parent, d.id
                    from directory.membership own
                    join directory.department d on d.tenant_id = own.tenant_id and d.id = own.department_id
                    where own.tenant_id = :tenant and own.member_id = :member
                    union
                    select d.company_id, d.parent, d.id
                    from above
                    join directory.department d on d.company_id = above.company_id and d.number = above.parent
                    where d.tenant_id = :tenant
                )
                select id
                from above
                """)
                .param("member", member.value())
                .query((row, index) -> new DepartmentId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Everybody in these members' departments and below, also those who have left. */
    List<MemberId> around(Collection<UUID> members) {
        return jdbc.sql("""
                with recursive below (company_id, number, id) as (
                    select d.company_id, d.number, d.id
                    from directory.membership own
                    join directory.department d on d.tenant_id = own.tenant_id and d.id = own.department_id
                    where own.tenant_id = :tenant and own.member_id = any (cast(:members as uuid[]))
                    union
                    select d.company_id, d.number, d.id
                    from below
                    join directory.department d on d.company_id = below.company_id and d.parent = below.number
                    where d.tenant_id = :tenant
                )
                select distinct s.member_id
                from below
                join directory.membership s on s.department_id = below.id
                where s.tenant_id = :tenant
                """)
                .param("members", Columns.of(members, member -> member))
                .query((row, index) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list();
    }

    /** Those who work here, in these departments and below. */
    List<MemberId> below(Collection<DepartmentId> departments) {
        return jdbc.sql("""
                with recursive below (company_id, number, id) as (
                    select d.company_id, d.number, d.id
                    from directory.department d
                    where d.tenant_id = :tenant and d.id = any (cast(:departments as uuid[]))
                    union
                    select d.company_id, d.number, d.id
                    from below
                    join directory.department d on d.company_id = below.company_id and d.parent = below.number
                    where d.tenant_id = :tenant
                )
                select distinct m.id
                from below
                join directory.membership s on s.department_id = below.id
                join directory.member m on m.id = s.member_id
                where s.tenant_id = :tenant and m.tenant_id = :tenant and m.status <> 'LEFT'
                """)
                .param("departments", Columns.of(departments, DepartmentId::value))
                .query((row, index) -> new MemberId(row.getObject("id", UUID.class)))
                .list();
    }

    List<DepartmentId> branches(Collection<DepartmentId> departments) {
        return jdbc.sql("""
                with recursive below (company_id, number, id) as (
                    select d.company_id, d.number, d.id
                    from directory.department d
                    where d.tenant_id = :tenant and d.id = any (cast(:departments as uuid[]))
                    union
                    select d.company_id, d.number, d.id
                    from below
                    join directory.department d on d.company_id = below.company_id and d.parent = below.number
                    where d.tenant_id = :tenant
                )
                select id
                from below
                """)
                .param("departments", Columns.of(departments, DepartmentId::value))
                .query((row, index) -> new DepartmentId(row.getObject("id", UUID.class)))
                .list();
    }

    Map<DepartmentId, String> names(Collection<DepartmentId> departments) {
        record Named(DepartmentId id, String name) {}
        return jdbc
                .sql("""
                select id, name
                from directory.department
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(departments, DepartmentId::value))
                .query((row, index) ->
                        new Named(new DepartmentId(row.getObject("id", UUID.class)), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }

    Map<MemberId, Instant> left() {
        return jdbc
                .sql("""
                select id, left_at
                from directory.member
                where tenant_id = :tenant and status = 'LEFT' and left_at is not null
                """)
                .query((row, index) -> Map.entry(
                        new MemberId(row.getObject("id", UUID.class)),
                        row.getObject("left_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    record Seat(DepartmentId department, boolean leads, boolean shop) {}
}
