package io.tilth.insight.overview;

import static java.time.ZoneOffset.UTC;

import io.tilth.acquisition.ChannelId;
import io.tilth.directory.MemberId;
import io.tilth.directory.ShopId;
import io.tilth.insight.overview.Period.Stretch;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Counts the rows behind a figure, of the members in sight. */
@Repository
class FigureRepository {

    static final String IN_SIGHT = """
            where r.tenant_id = :tenant and r.at >= :from and r.at < :to
                and (:everybody or r.member_id = any (cast(:seen as uuid[])))
            """;

    private final TenantJdbc jdbc;

    FigureRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Compared count(Figure figure, Spans spans, Sight sight) {
        return both("select " + counts(figure) + from(figure) + IN_SIGHT, spans.of(figure), sight)
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

    /** By the channel through which each customer first came; empty for those of whom none is known. */
    Map<Optional<ChannelId>, Compared> byChannel(Figure figure, Spans spans, Sight sight) {
        return grouped("c.channel_id", from(figure) + """
                left join customer.came_by c on c.tenant_id = r.tenant_id and c.customer_id = r.customer_id
                """, figure, spans, sight, FigureRepository::channel);
    }

    private <T> Map<T, Compared> grouped(
            String by, String from, Figure figure, Spans spans, Sight sight, Function<UUID, T> id) {
        var changes = new LinkedHashMap<T, Compared>();
        both("select " + by + " as id, " + counts(figure) + from + IN_SIGHT + " group by 1", spans.of(figure), sight)
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
                        jdbc.sql("select date_trunc(:step, r.at, :zone) as step, count(*) as rows" + from(figure)
                                + IN_SIGHT + " group by 1 order by 1"),
                        span,
                        sight)
                .param("step", period.step())
                .param("zone", zone.getId())
                .query(row -> {
                    points.put(row.getObject("step", OffsetDateTime.class).toInstant(), row.getLong("rows"));
                });
        return points;
    }

    Map<ShopId, String> shopNames() {
        var names = new LinkedHashMap<ShopId, String>();
        jdbc.sql("select shop_id, name from directory.shop_name where tenant_id = :tenant")
                .query(row -> {
                    names.put(new ShopId(row.getObject("shop_id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    private static Optional<ChannelId> channel(@Nullable UUID id) {
        return Optional.ofNullable(id).map(ChannelId::new);
    }

    static String from(Figure figure) {
        return "\nfrom " + figure.view() + " r\n";
    }

    /** What was known by then is held against what is known by now: a share of yesterday may still be opened. */
    private static String counts(Figure figure) {
        return figure.counted() + " filter (where r.at >= :begin) as now, " + figure.counted()
                + " filter (where r.at < :before_end and " + figure.known() + " < :before_end) as before";
    }

    private StatementSpec both(String statement, Spans spans, Sight sight) {
        return seen(jdbc.sql(statement), spans.both(), sight)
                .param("begin", spans.now().from().atOffset(UTC))
                .param("before_end", spans.before().to().atOffset(UTC));
    }

    static StatementSpec seen(StatementSpec statement, Stretch span, Sight sight) {
        return statement
                .param("from", span.from().atOffset(UTC))
                .param("to", span.to().atOffset(UTC))
                .param("everybody", sight.members().isEmpty())
                .param("seen", Columns.of(sight.members().orElse(Set.of()), MemberId::value));
    }
}
