package io.tilth.acquisition.attribution;

import static java.time.ZoneOffset.UTC;

import io.tilth.acquisition.Arrivals.Newcomer;
import io.tilth.acquisition.Arrivals.Sum;
import io.tilth.acquisition.ChannelCodeId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class CodeArrivalRepository {

    private final TenantJdbc jdbc;

    CodeArrivalRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this friendship had come by the code before; then it is counted as coming anew. */
    boolean insert(Arrival one) {
        return jdbc.sql("""
                insert into acquisition.arrival (tenant_id, code_id, follow_id, customer_id, member_id, first_at, last_at,
                    fresh, late, over_cap, by_spare)
                values (:tenant, :code, :follow, :customer, :member, :at, :at, :fresh, :late, :over, :spare)
                on conflict (tenant_id, code_id, follow_id)
                do update set last_at = excluded.last_at, times = arrival.times + 1, ended_at = null
                returning times
                """)
                        .param("code", one.code().value())
                        .param("follow", one.follow().value())
                        .param("customer", one.customer().value())
                        .param("member", one.member().value())
                        .param("at", one.at().atOffset(UTC))
                        .param("fresh", one.fresh())
                        .param("late", one.late())
                        .param("over", one.overCap())
                        .param("spare", one.bySpare())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** In the order in which they came; whoever was over the cap stays so. */
    void recount(ChannelCodeId code, int cap, Instant today, Instant lately) {
        jdbc.sql("""
                update acquisition.arrival a
                set over_cap = true
                from (
                    select follow_id, row_number() over (partition by member_id order by first_at, follow_id) as place
                    from acquisition.arrival
                    where tenant_id = :tenant and code_id = :code and first_at >= :today and not by_spare) each
                where a.tenant_id = :tenant and a.code_id = :code and a.follow_id = each.follow_id
                    and each.place > :cap and a.first_at >= :lately and not a.over_cap
                """)
                .param("code", code.value())
                .param("cap", cap)
                .param("today", today.atOffset(UTC))
                .param("lately", lately.atOffset(UTC))
                .update();
    }

    boolean exists(ChannelCodeId code, FollowId follow) {
        return jdbc.sql("""
                select exists (
                    select 1
                    from acquisition.arrival
                    where tenant_id = :tenant and code_id = :code and follow_id = :follow)
                """)
                .param("code", code.value())
                .param("follow", follow.value())
                .query(Boolean.class)
                .single();
    }

    void end(FollowId follow, Instant at) {
        jdbc.sql("""
                update acquisition.arrival
                set ended_at = :at
                where tenant_id = :tenant and follow_id = :follow and last_at <= :at
                """)
                .param("follow", follow.value())
                .param("at", at.atOffset(UTC))
                .update();
    }

    Map<MemberId, Integer> load(ChannelCodeId code, Instant since) {
        return jdbc
                .sql("""
                select member_id, count(*) as adds
                from acquisition.arrival
                where tenant_id = :tenant and code_id = :code and first_at >= :since
                group by member_id
                """)
                .param("code", code.value())
                .param("since", since.atOffset(UTC))
                .query((row, index) ->
                        Map.entry(new MemberId(row.getObject("member_id", UUID.class)), row.getInt("adds")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean any() {
        return jdbc.sql("select exists (select 1 from acquisition.arrival where tenant_id = :tenant)")
                .query(Boolean.class)
                .single();
    }

    List<Newcomer> newcomers(Instant since) {
        return jdbc.sql("""
                select code_id, customer_id, member_id, first_at
                from acquisition.arrival
                where tenant_id = :tenant and first_at >= :since and fresh
                order by first_at, follow_id
                """)
                .param("since", since.atOffset(UTC))
                .query((row, index) -> new Newcomer(
                        new ChannelCodeId(row.getObject("code_id", UUID.class)),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        row.getObject("first_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Map<ChannelCodeId, Sum> sums(Collection<ChannelCodeId> codes, Instant today) {
        return jdbc
                .sql("""
                select code_id, count(*) filter (where first_at >= :today) as today, count(*) as adds,
                    count(*) filter (where fresh) as fresh, max(last_at) as last_at
                from acquisition.arrival
                where tenant_id = :tenant and code_id = any (cast(:codes as uuid[]))
                group by code_id
                """)
                .param("codes", Columns.of(codes, ChannelCodeId::value))
                .param("today", today.atOffset(UTC))
                .query((row, index) -> {
                    @Nullable OffsetDateTime last = row.getObject("last_at", OffsetDateTime.class);
                    var sum = new Sum(
                            row.getInt("today"),
                            row.getInt("adds"),
                            row.getInt("fresh"),
                            Optional.ofNullable(last).map(OffsetDateTime::toInstant));
                    return Map.entry(new ChannelCodeId(row.getObject("code_id", UUID.class)), sum);
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Days on which somebody came or went; by the company's own midnight. */
    List<Day> days(ChannelCodeId code, Instant since, ZoneId zone) {
        return jdbc.sql("""
                select day, sum(added) as added, sum(fresh) as fresh, sum(lost) as lost
                from (
                    select cast(first_at at time zone :zone as date) as day, 1 as added,
                        case when fresh then 1 else 0 end as fresh, 0 as lost
                    from acquisition.arrival
                    where tenant_id = :tenant and code_id = :code and first_at >= :since
                    union all
                    select cast(ended_at at time zone :zone as date), 0, 0, 1
                    from acquisition.arrival
                    where tenant_id = :tenant and code_id = :code and ended_at >= :since) each
                group by day
                order by day
                """)
                .param("code", code.value())
                .param("since", since.atOffset(UTC))
                .param("zone", zone.getId())
                .query((row, index) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getInt("added"),
                        row.getInt("fresh"),
                        row.getInt("lost")))
                .list();
    }

    List<ByMember> byMember(ChannelCodeId code, Instant since, Instant today) {
        return jdbc.sql("""
                select member_id, count(*) as added, count(*) filter (where first_at >= :today) as today
                from acquisition.arrival
                where tenant_id = :tenant and code_id = :code and first_at >= :since
                group by member_id
                order by added desc, member_id
                """)
                .param("code", code.value())
                .param("since", since.atOffset(UTC))
                .param("today", today.atOffset(UTC))
                .query((row, index) -> new ByMember(
                        new MemberId(row.getObject("member_id", UUID.class)), row.getInt("added"), row.getInt("today")))
                .list();
    }

    Whole whole(ChannelCodeId code, Instant since) {
        return jdbc.sql("""
                select count(*) as added, count(*) filter (where fresh) as fresh,
                    count(*) filter (where over_cap) as over_cap, count(*) filter (where late) as late,
                    count(*) filter (where by_spare) as by_spare
                from acquisition.arrival
                where tenant_id = :tenant and code_id = :code and first_at >= :since
                """)
                .param("code", code.value())
                .param("since", since.atOffset(UTC))
                .query((row, index) -> new Whole(
                        row.getInt("added"),
                        row.getInt("fresh"),
                        row.getInt("over_cap"),
                        row.getInt("late"),
                        row.getInt("by_spare")))
                .single();
    }

    record Day(LocalDate day, int added, int fresh, int lost) {}

    record ByMember(MemberId member, int added, int today) {}

    record Whole(int added, int fresh, int overCap, int late, int bySpare) {}
}
