package io.tilth.insight.overview;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.directory.ShopId;
import io.tilth.insight.overview.Period.Stretch;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Counts the rows behind a figure, of the members in sight. */
@Repository
class FigureRepository {

    private static final String IN_SIGHT = """
            where r.tenant_id = :tenant and r.at >= :from and r.at < :to
                and (:everybody or r.member_id = any (cast(:seen as uuid[])))
            """;

    private static final String BOTH = """
            count(*) filter (where r.at >= :begin) as now, count(*) filter (where r.at < :before_end) as before
            """;

    private final TenantJdbc jdbc;

    FigureRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Compared count(Figure figure, Spans spans, Sight sight) {
        return both("select " + BOTH + from(figure) + IN_SIGHT, spans, sight)
                .query((row, index) -> new Compared(row.getLong("now"), row.getLong("before")))
                .single();
    }

    Map<MemberId, Compared> byMember(Figure figure, Spans spans, Sight sight) {
        return grouped("r.member_id", from(figure), figure, spans, sight, MemberId::new);
    }

    Map<ShopId, Compared> byShop(Figure figure, Spans spans, Sight sight) {
        return grouped("s.shop_id", from(figure) + """
                join directory.shop_member s on s.tenant_id = r.tenant_id and s.member_id = r.member_id
                """, figure, spans, sight, ShopId::new);
    }

    private <T> Map<T, Compared> grouped(
            String by, String from, Figure figure, Spans spans, Sight sight, Function<UUID, T> id) {
        var changes = new LinkedHashMap<T, Compared>();
        both("select " + by + " as id, " + BOTH + from + IN_SIGHT + " group by 1", spans, sight)
                .query(row -> {
                    changes.put(
                            id.apply(row.getObject("id", UUID.class)),
                            new Compared(row.getLong("now"), row.getLong("before")));
                });
        return changes;
    }

    /** How many in each step of the span, by the tenant's clock; steps without any are left out. */
    Map<Instant, Long> curve(Figure figure, Stretch span, Period period, ZoneId zone, Sight sight) {
        var points = new LinkedHashMap<Instant, Long>();
        seen(
                        "select date_trunc(:step, r.at, :zone) as step, count(*) as rows" + from(figure) + IN_SIGHT
                                + " group by 1 order by 1",
                        span,
                        sight)
                .param("step", period.step())
                .param("zone", zone.getId())
                .query(row -> {
                    points.put(row.getObject("step", OffsetDateTime.class).toInstant(), row.getLong("rows"));
                });
        return points;
    }

    /** The rows themselves, the latest first. */
    List<Row> rows(Figure figure, Stretch span, Sight sight, Optional<ShopId> shop, Optional<Row> after, int rows) {
        return seen("select r.id, r.customer_id, r.member_id, r.at" + from(figure) + IN_SIGHT + """
                        and (cast(:shop as uuid) is null or r.member_id in (
                            select s.member_id
                            from directory.shop_member s
                            where s.tenant_id = :tenant and s.shop_id = cast(:shop as uuid)))
                        and (r.at, r.id) < (:after, cast(:after_id as uuid))
                        order by r.at desc, r.id desc
                        limit :rows
                        """, span, sight)
                .param("shop", shop.map(ShopId::value).orElse(null))
                .param("after", after.map(Row::at).orElse(span.to()).atOffset(UTC))
                .param("after_id", after.map(Row::id).orElse(new UUID(-1L, -1L)))
                .param("rows", rows)
                .query((row, index) -> new Row(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("customer_id", UUID.class))
                                .map(CustomerId::new),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** 客户数 and 好友数 as of now. */
    Totals totals(Sight sight) {
        return sight(jdbc.sql("""
                        select count(distinct r.customer_id) as customers, count(*) as friendships
                        from customer.friendship r
                        where r.tenant_id = :tenant and (:everybody or r.member_id = any (cast(:seen as uuid[])))
                        """), sight)
                .query((row, index) -> new Totals(row.getLong("customers"), row.getLong("friendships")))
                .single();
    }

    /** Since when anybody is counted at all. */
    Optional<Instant> since() {
        return jdbc.sql("select min(started_at) as since from wecom.first_sync where tenant_id = :tenant")
                .query((row, index) -> Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    Map<ShopId, String> shopNames() {
        var names = new LinkedHashMap<ShopId, String>();
        jdbc.sql("select shop_id, name from directory.shop_name where tenant_id = :tenant")
                .query(row -> {
                    names.put(new ShopId(row.getObject("shop_id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    private static String from(Figure figure) {
        return "\nfrom " + figure.view() + " r\n";
    }

    private StatementSpec both(String statement, Spans spans, Sight sight) {
        return seen(statement, new Stretch(spans.before().from(), spans.now().to()), sight)
                .param("begin", spans.now().from().atOffset(UTC))
                .param("before_end", spans.before().to().atOffset(UTC));
    }

    private StatementSpec seen(String statement, Stretch span, Sight sight) {
        return sight(jdbc.sql(statement), sight)
                .param("from", span.from().atOffset(UTC))
                .param("to", span.to().atOffset(UTC));
    }

    private static StatementSpec sight(StatementSpec statement, Sight sight) {
        return statement
                .param("everybody", sight.members().isEmpty())
                .param("seen", Columns.of(sight.members().orElse(Set.of()), MemberId::value));
    }

    record Spans(Stretch now, Stretch before) {}

    /** @param members whose rows are counted; empty for everybody's */
    record Sight(Optional<Set<MemberId>> members) {}

    record Totals(long customers, long friendships) {}

    record Row(UUID id, Optional<CustomerId> customer, MemberId member, Instant at) {}
}
