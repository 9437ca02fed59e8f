package io.tilth.directory.member;

import static java.time.ZoneOffset.UTC;

import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members.Member;
import io.tilth.directory.member.ListedMember.InDepartment;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Members as WeCom has them. */
@Repository
class MemberRepository {

    private final TenantJdbc jdbc;

    MemberRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<Member> byIds(Collection<MemberId> ids) {
        return jdbc.sql("""
                select id, company_id, user_id, coalesce(display_name, name, user_id) as called, left_at
                from directory.member
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(ids, MemberId::value))
                .query(MemberRepository::member)
                .list();
    }

    /** @param userIds in lower case */
    List<Member> byUsers(CompanyId company, Collection<String> userIds) {
        return jdbc.sql("""
                select id, company_id, user_id, coalesce(display_name, name, user_id) as called, left_at
                from directory.member
                where tenant_id = :tenant and company_id = :company and user_id = any (:users)
                """)
                .param("company", company.value())
                .param("users", userIds.toArray(String[]::new))
                .query(MemberRepository::member)
                .list();
    }

    List<String> withCustomers(CompanyId company) {
        return jdbc.sql("""
                select user_id
                from directory.member
                where tenant_id = :tenant and company_id = :company and has_customers and left_at is null
                order by user_id
                """)
                .param("company", company.value())
                .query(String.class)
                .list();
    }

    List<MemberId> receiving(Collection<MemberId> ids) {
        return jdbc.sql("""
                select id
                from directory.member
                where tenant_id = :tenant and id = any (cast(:ids as uuid[])) and has_customers and left_at is null
                """)
                .param("ids", Columns.of(ids, MemberId::value))
                .query((row, index) -> new MemberId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Everybody of the company who was last touched before we asked; nobody else changes them meanwhile. */
    List<KnownMember> hold(CompanyId company, Instant touchedBefore) {
        return jdbc.sql("""
                select id, user_id, open_user_id, name, position, status, has_customers, heard_at, left_at
                from directory.member
                where tenant_id = :tenant and company_id = :company and touched_at < :before
                order by user_id
                for no key update
                """)
                .param("company", company.value())
                .param("before", touchedBefore.atOffset(UTC))
                .query(MemberRepository::knownMember)
                .list();
    }

    Optional<KnownMember> hold(CompanyId company, String userId) {
        return jdbc.sql("""
                select id, user_id, open_user_id, name, position, status, has_customers, heard_at, left_at
                from directory.member
                where tenant_id = :tenant and company_id = :company and user_id = :user
                for no key update
                """)
                .param("company", company.value())
                .param("user", userId)
                .query(MemberRepository::knownMember)
                .optional();
    }

    /** Makes those that are not there yet, in one order, so that two who do so at once wait for each other in turn. */
    void insertMissing(CompanyId company, List<KnownMember> members, Instant now) {
        store(company, members, now, "do nothing");
    }

    void store(CompanyId company, List<KnownMember> members, Instant now) {
        store(company, members, now, """
                do update set open_user_id = excluded.open_user_id, name = excluded.name,
                    position = excluded.position, status = excluded.status, has_customers = excluded.has_customers,
                    heard_at = excluded.heard_at, touched_at = excluded.touched_at, left_at = excluded.left_at
                """);
    }

    private void store(CompanyId company, List<KnownMember> members, Instant now, String whenThere) {
        jdbc.sql("""
                insert into directory.member (tenant_id, id, company_id, user_id, open_user_id, name, position, status,
                    has_customers, heard_at, touched_at, left_at)
                select :tenant, told.id, :company, told.user_id, told.open_user_id, told.name, told.position,
                    told.status, told.has_customers, told.heard_at, :now, told.left_at
                from unnest(cast(:ids as uuid[]), cast(:users as text[]), cast(:opens as text[]),
                    cast(:names as text[]), cast(:positions as text[]), cast(:statuses as text[]),
                    cast(:having as boolean[]), cast(:heard as timestamptz[]), cast(:left as timestamptz[]))
                    as told (id, user_id, open_user_id, name, position, status, has_customers, heard_at, left_at)
                order by told.user_id
                on conflict (tenant_id, company_id, user_id)
                """ + whenThere)
                .param("company", company.value())
                .param("now", now.atOffset(UTC))
                .param("ids", Columns.of(members, one -> one.id().value()))
                .param("users", Columns.of(members, KnownMember::userId))
                .param("opens", Columns.of(members, KnownMember::openUserId))
                .param("names", Columns.of(members, KnownMember::name))
                .param("positions", Columns.of(members, KnownMember::position))
                .param("statuses", Columns.of(members, KnownMember::status))
                .param("having", Columns.of(members, KnownMember::hasCustomers))
                .param("heard", Columns.of(members, KnownMember::heardAt))
                .param("left", Columns.of(members, KnownMember::leftAt))
                .update();
    }

    /** False when somebody else is called so already. */
    boolean rename(MemberId id, CompanyId company, String userId) {
        return jdbc.sql("""
                update directory.member
                set user_id = :user
                where tenant_id = :tenant and id = :id
                    and not exists (
                        select 1
                        from directory.member other
                        where other.tenant_id = :tenant and other.company_id = :company and other.user_id = :user)
                """)
                        .param("id", id.value())
                        .param("company", company.value())
                        .param("user", userId)
                        .update()
                == 1;
    }

    /** Who sits where in the company, by member. */
    Map<MemberId, Set<Seat>> seats(CompanyId company) {
        return jdbc
                .sql("""
                select s.member_id, d.number, s.leads
                from directory.membership s
                join directory.department d on d.tenant_id = s.tenant_id and d.id = s.department_id
                where s.tenant_id = :tenant and d.company_id = :company
                """)
                .param("company", company.value())
                .query((row, index) -> new Seat(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        row.getLong("number"),
                        row.getBoolean("leads")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Seat::member, Collectors.toSet()));
    }

    /** Gives these members these seats and no others; departments not known yet are made with nothing but a number. */
    void seat(CompanyId company, Collection<MemberId> members, Collection<Seat> seats) {
        jdbc.sql("""
                delete from directory.membership
                where tenant_id = :tenant and member_id = any (cast(:members as uuid[]))
                """).param("members", Columns.of(members, MemberId::value)).update();
        var numbers = seats.stream().map(Seat::department).distinct().sorted().toList();
        jdbc.sql("""
                insert into directory.department (tenant_id, id, company_id, number, parent, name, sort_order)
                select :tenant, told.id, :company, told.number, 0, '', 0
                from unnest(cast(:ids as uuid[]), cast(:numbers as bigint[])) as told (id, number)
                on conflict do nothing
                """)
                .param("company", company.value())
                .param("ids", Columns.of(numbers, number -> DepartmentId.next().value()))
                .param("numbers", Columns.of(numbers, number -> number))
                .update();
        jdbc.sql("""
                insert into directory.membership (tenant_id, member_id, department_id, leads)
                select :tenant, told.member, d.id, told.leads
                from unnest(cast(:members as uuid[]), cast(:numbers as bigint[]), cast(:leads as boolean[]))
                    as told (member, number, leads)
                join directory.department d on d.number = told.number
                where d.tenant_id = :tenant and d.company_id = :company
                on conflict do nothing
                """)
                .param("company", company.value())
                .param("members", Columns.of(seats, one -> one.member().value()))
                .param("numbers", Columns.of(seats, Seat::department))
                .param("leads", Columns.of(seats, Seat::leads))
                .update();
    }

    Map<MemberId, List<InDepartment>> departments(Collection<MemberId> members) {
        record Place(MemberId member, InDepartment department) {}
        return jdbc
                .sql("""
                select s.member_id, d.id, d.name, s.leads
                from directory.membership s
                join directory.department d on d.tenant_id = s.tenant_id and d.id = s.department_id
                where s.tenant_id = :tenant and s.member_id = any (cast(:members as uuid[]))
                order by d.number
                """)
                .param("members", Columns.of(members, MemberId::value))
                .query((row, index) -> new Place(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        new InDepartment(
                                new DepartmentId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                row.getBoolean("leads"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Place::member, Collectors.mapping(Place::department, Collectors.toList())));
    }

    private static Member member(ResultSet row, int index) throws SQLException {
        return new Member(
                new MemberId(row.getObject("id", UUID.class)),
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getString("user_id"),
                row.getString("called"),
                row.getObject("left_at", OffsetDateTime.class) == null);
    }

    private static KnownMember knownMember(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime left = row.getObject("left_at", OffsetDateTime.class);
        return new KnownMember(
                new MemberId(row.getObject("id", UUID.class)),
                row.getString("user_id"),
                Optional.ofNullable(row.getString("open_user_id")),
                Optional.ofNullable(row.getString("name")),
                row.getString("position"),
                MemberStatus.valueOf(row.getString("status")),
                row.getBoolean("has_customers"),
                row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(left).map(OffsetDateTime::toInstant));
    }
}
