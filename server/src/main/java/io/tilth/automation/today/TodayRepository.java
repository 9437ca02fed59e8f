package io.tilth.automation.today;

import static java.time.ZoneOffset.UTC;

import io.tilth.automation.today.TodayDeed.What;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class TodayRepository {

    private final TenantJdbc jdbc;

    TodayRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Collection<TodayDeed> deeds) {
        jdbc.sql("""
                insert into automation.today_deed (tenant_id, id, member_id, customer_id, deed, at, until, reason)
                select :tenant, told.id, told.member, told.customer, told.deed, told.at, told.until, told.reason
                from unnest(cast(:ids as uuid[]), cast(:members as uuid[]), cast(:customers as uuid[]),
                    cast(:deeds as text[]), cast(:ats as timestamptz[]), cast(:untils as timestamptz[]),
                    cast(:reasons as text[])) as told (id, member, customer, deed, at, until, reason)
                """)
                .param("ids", Columns.of(deeds, TodayDeed::id))
                .param("members", Columns.of(deeds, one -> one.member().value()))
                .param("customers", Columns.of(deeds, one -> one.customer().value()))
                .param("deeds", Columns.of(deeds, TodayDeed::what))
                .param("ats", Columns.of(deeds, TodayDeed::at))
                .param("untils", Columns.of(deeds, TodayDeed::until))
                .param("reasons", Columns.of(deeds, TodayDeed::reason))
                .update();
    }

    /** The last deed about each customer, of those since then; by any of the members. */
    List<TodayDeed> latest(Collection<MemberId> members, Instant since) {
        return jdbc.sql("""
                select distinct on (customer_id) id, member_id, customer_id, deed, at, until, reason
                from automation.today_deed
                where tenant_id = :tenant and member_id = any (cast(:members as uuid[])) and at >= :since
                order by customer_id, at desc, id desc
                """)
                .param("members", Columns.of(members, MemberId::value))
                .param("since", since.atOffset(UTC))
                .query(TodayRepository::deed)
                .list();
    }

    /** The last deed of each of the members about each customer, of those since then. */
    List<TodayDeed> latestOfEach(Collection<MemberId> members, Instant since) {
        return jdbc.sql("""
                select distinct on (member_id, customer_id) id, member_id, customer_id, deed, at, until, reason
                from automation.today_deed
                where tenant_id = :tenant and member_id = any (cast(:members as uuid[])) and at >= :since
                order by member_id, customer_id, at desc, id desc
                """)
                .param("members", Columns.of(members, MemberId::value))
                .param("since", since.atOffset(UTC))
                .query(TodayRepository::deed)
                .list();
    }

    /** With how many customers each of them was done since then. */
    Map<MemberId, Integer> done(Collection<MemberId> members, Instant since) {
        record Row(MemberId member, int done) {}
        return jdbc
                .sql("""
                select member_id, count(distinct customer_id) as done
                from automation.today_deed
                where tenant_id = :tenant and member_id = any (cast(:members as uuid[])) and at >= :since
                    and deed = 'DONE'
                group by member_id
                """)
                .param("members", Columns.of(members, MemberId::value))
                .param("since", since.atOffset(UTC))
                .query((row, index) ->
                        new Row(new MemberId(row.getObject("member_id", UUID.class)), row.getInt("done")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::member, Row::done));
    }

    void join(CustomerId gone, CustomerId into) {
        jdbc.sql("""
                update automation.today_deed
                set customer_id = :into
                where tenant_id = :tenant and customer_id = :gone
                """).param("into", into.value()).param("gone", gone.value()).update();
    }

    private static TodayDeed deed(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new TodayDeed(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                What.valueOf(row.getString("deed")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(until).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("reason")));
    }
}
