package io.tilth.directory.rest;

import io.tilth.directory.MemberId;
import io.tilth.directory.rest.Duty.Shift;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class DutyRepository {

    private final TenantJdbc jdbc;

    DutyRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Days from this one on. */
    Map<MemberId, Set<LocalDate>> rests(Collection<MemberId> members, LocalDate from) {
        record Rest(MemberId member, LocalDate day) {}
        return jdbc
                .sql("""
                select member_id, day
                from directory.rest_day
                where tenant_id = :tenant and member_id = any (cast(:members as uuid[])) and day >= :from
                """)
                .param("members", Columns.of(members, MemberId::value))
                .param("from", from)
                .query((row, index) -> new Rest(
                        new MemberId(row.getObject("member_id", UUID.class)), row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Rest::member, Collectors.mapping(Rest::day, Collectors.toSet())));
    }

    Map<MemberId, List<Shift>> shifts(Collection<MemberId> members) {
        record Working(MemberId member, Shift shift) {}
        return jdbc
                .sql("""
                select member_id, weekday, starts, ends
                from directory.shift
                where tenant_id = :tenant and member_id = any (cast(:members as uuid[]))
                """)
                .param("members", Columns.of(members, MemberId::value))
                .query((row, index) -> new Working(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        new Shift(
                                DayOfWeek.of(row.getInt("weekday")),
                                row.getObject("starts", LocalTime.class),
                                row.getObject("ends", LocalTime.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Working::member, Collectors.mapping(Working::shift, Collectors.toList())));
    }

    void rest(MemberId member, LocalDate day, Instant now) {
        jdbc.sql("""
                insert into directory.rest_day (tenant_id, member_id, day, set_at)
                values (:tenant, :member, :day, :now)
                on conflict do nothing
                """)
                .param("member", member.value())
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void work(MemberId member, LocalDate day) {
        jdbc.sql("delete from directory.rest_day where tenant_id = :tenant and member_id = :member and day = :day")
                .param("member", member.value())
                .param("day", day)
                .update();
    }

    /** The chosen spare who still works here. */
    Optional<MemberId> spare(MemberId member) {
        return jdbc.sql("""
                select d.spare_id
                from directory.duty d
                join directory.member m on m.tenant_id = d.tenant_id and m.id = d.spare_id
                where d.tenant_id = :tenant and d.member_id = :member and m.left_at is null
                """)
                .param("member", member.value())
                .query((row, index) -> new MemberId(row.getObject("spare_id", UUID.class)))
                .optional();
    }

    /** From the nearest department upwards: the manager of its shop, else who leads it. */
    Optional<MemberId> manager(MemberId member) {
        return jdbc.sql("""
                with recursive above (company_id, parent, id, height) as (
                    select d.company_id, d.parent, d.id, 0
                    from directory.membership own
                    join directory.department d on d.tenant_id = own.tenant_id and d.id = own.department_id
                    where own.tenant_id = :tenant and own.member_id = :member
                    union all
                    select d.company_id, d.parent, d.id, above.height + 1
                    from above
                    join directory.department d on d.company_id = above.company_id and d.number = above.parent
                    where d.tenant_id = :tenant and above.height < 20
                )
                select m.id
                from above
                left join directory.shop s on s.tenant_id = :tenant and s.department_id = above.id
                left join directory.membership lead
                    on lead.tenant_id = :tenant and lead.department_id = above.id and lead.leads
                join directory.member m
                    on m.tenant_id = :tenant and m.id in (s.manager_id, lead.member_id) and m.left_at is null
                where m.id <> :member
                order by above.height, m.id = s.manager_id desc nulls last, m.id
                limit 1
                """)
                .param("member", member.value())
                .query((row, index) -> new MemberId(row.getObject("id", UUID.class)))
                .optional();
    }

    Optional<Chosen> chosen(MemberId member) {
        return jdbc.sql("""
                select spare_id, version
                from directory.duty
                where tenant_id = :tenant and member_id = :member
                """)
                .param("member", member.value())
                .query((row, index) -> {
                    @Nullable UUID spare = row.getObject("spare_id", UUID.class);
                    return new Chosen(Optional.ofNullable(spare).map(MemberId::new), row.getInt("version"));
                })
                .optional();
    }

    /** False when it has another version by now; version 0 means that there was none. */
    boolean choose(MemberId member, Chosen chosen) {
        return jdbc.sql("""
                insert into directory.duty as had (tenant_id, member_id, spare_id, version)
                values (:tenant, :member, :spare, :version + 1)
                on conflict (tenant_id, member_id)
                do update set spare_id = excluded.spare_id, version = excluded.version
                where had.version = :version
                """)
                        .param("member", member.value())
                        .param("spare", chosen.spare().map(MemberId::value).orElse(null))
                        .param("version", chosen.version())
                        .update()
                == 1;
    }

    void setShifts(MemberId member, List<Shift> shifts) {
        jdbc.sql("delete from directory.shift where tenant_id = :tenant and member_id = :member")
                .param("member", member.value())
                .update();
        jdbc.sql("""
                insert into directory.shift (tenant_id, member_id, weekday, starts, ends)
                select :tenant, :member, told.weekday, told.starts, told.ends
                from unnest(cast(:weekdays as smallint[]), cast(:starts as time[]), cast(:ends as time[]))
                    as told (weekday, starts, ends)
                on conflict do nothing
                """)
                .param("member", member.value())
                .param("weekdays", Columns.of(shifts, shift -> shift.weekday().getValue()))
                .param("starts", Columns.of(shifts, Shift::starts))
                .param("ends", Columns.of(shifts, Shift::ends))
                .update();
    }

    record Chosen(Optional<MemberId> spare, int version) {}
}
