package io.tilth.customer.prospect;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.customer.Prospects.Named;
import io.tilth.customer.Scores.Kind;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
class ProspectRepository {

    private static final Duration RECENT = Duration.ofDays(14);
    private static final Duration NEWCOMER = Duration.ofDays(3);
    private static final Duration QUIET = Duration.ofDays(3);

    /** Intent × recency. */
    private static final String RANK = """
            (power(2, greatest(-20, coalesce(
                s.heat - extract(epoch from cast(:now as timestamptz)) / 86400 / s.half_life, -20))) + 5)
                * power(0.5, greatest(0, least(60, extract(epoch from cast(:now as timestamptz)
                    - coalesce(greatest(s.moved_at, f.begun_at, f.created_at), :now)) / 86400 / 3)))""";

    /** The members' friends, and who is on the way to them: from the hand-over on they are the heir's to turn to. */
    private static final String HELD = """
            (
                select f.tenant_id, f.id, f.customer_id, f.member_id, f.remark, f.begun_at, f.created_at, f.contacted_at
                from customer.follow f
                where f.tenant_id = :tenant and f.member_id = any (cast(:members as uuid[])) and f.state = 'ACTIVE'
                    and not exists (
                        select 1
                        from customer.inheritance_item item
                        join customer.inheritance i on i.tenant_id = item.tenant_id and i.id = item.inheritance_id
                        where item.tenant_id = :tenant and item.customer_id = f.customer_id
                            and item.state in ('QUEUED', 'WAITING') and i.from_id = f.member_id)
                union all
                select g.tenant_id, g.id, g.customer_id, i.to_id, g.remark, g.begun_at, g.created_at, g.contacted_at
                from customer.inheritance i
                join customer.inheritance_item item on item.tenant_id = i.tenant_id and item.inheritance_id = i.id
                join customer.follow g on g.tenant_id = i.tenant_id and g.customer_id = item.customer_id
                    and g.member_id = i.from_id
                where i.tenant_id = :tenant and i.to_id = any (cast(:members as uuid[]))
                    and i.state in ('STARTING', 'WAITING') and item.state in ('QUEUED', 'WAITING')
                    and g.state = 'ACTIVE' and not exists (
                        select 1
                        from customer.follow own
                        where own.tenant_id = :tenant and own.customer_id = g.customer_id
                            and own.member_id = i.to_id and own.state = 'ACTIVE')) f""";

    private static final String FOUND = """
            select found.*, l.kind, l.item, l.at
            from (
                select f.customer_id, f.id, f.member_id, c.name, c.avatar, f.remark, c.existing,
                    coalesce(f.begun_at, f.created_at) as begun_at, f.contacted_at,
                    {rank} as rank
                from {held}
                join customer.customer c on c.tenant_id = f.tenant_id and c.id = f.customer_id
                left join customer.score s on s.tenant_id = f.tenant_id and s.customer_id = f.customer_id
                where {such}
                order by rank desc, f.id
                limit :most) found
            left join lateral (
                select g.kind, g.item, g.at
                from customer.score_signal g
                where g.tenant_id = :tenant and g.customer_id = found.customer_id and g.points > 0
                order by g.at desc
                limit 1) l on true
            order by found.rank desc, found.id
            """.replace("{rank}", RANK).replace("{held}", HELD);

    /** Nobody is sent to who asked for quiet, unless they or a colleague asked for it by name. */
    private static final String NOT_QUIET = """
            not exists (
                select 1
                from customer.quiet q
                where q.tenant_id = :tenant and q.customer_id = f.customer_id)
            """;

    private static final String REASONABLE = NOT_QUIET + """
            and f.customer_id <> all (cast(:without as uuid[]))
            and ((s.heat >= :low and s.moved_at >= :recent and coalesce(f.contacted_at < s.moved_at, true))
                or (not c.existing and f.contacted_at is null and coalesce(f.begun_at, f.created_at) >= :newcomer)
                or (s.heat >= :high and coalesce(f.contacted_at < :quiet, true)))
            """;

    private static final String UNTOUCHED =
            NOT_QUIET + "and s.heat >= :high and coalesce(f.contacted_at < s.moved_at, true)";

    private static final String OF_EACH = """
            select each.member_id, each.customer_id, each.moved_at
            from (
                select f.member_id, f.customer_id, f.id, s.moved_at, row_number() over (
                    partition by f.member_id
                    order by {rank} desc, f.id) as place
                from {held}
                join customer.customer c on c.tenant_id = f.tenant_id and c.id = f.customer_id
                left join customer.score s on s.tenant_id = f.tenant_id and s.customer_id = f.customer_id
                where {such}) each
            where each.place <= :most
            order by each.member_id, each.place
            """.replace("{rank}", RANK).replace("{held}", HELD);

    private static final String ALSO = """
            exists (
                select 1
                from unnest(cast(:these_members as uuid[]), cast(:these_customers as uuid[])) as told (member, customer)
                where told.member = f.member_id and told.customer = f.customer_id)""";

    private static final String THESE = "f.customer_id = any (cast(:these as uuid[]))";

    private final TenantJdbc jdbc;

    ProspectRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** @param low the heat from which somebody is not asleep; likewise high */
    List<Row> best(
            Collection<MemberId> members,
            Collection<CustomerId> without,
            double low,
            double high,
            Instant now,
            int most) {
        return jdbc.sql(FOUND.replace("{such}", REASONABLE))
                .param("members", Columns.of(members, MemberId::value))
                .param("without", Columns.of(without, CustomerId::value))
                .param("low", low)
                .param("high", high)
                .param("now", now.atOffset(UTC))
                .param("recent", now.minus(RECENT).atOffset(UTC))
                .param("newcomer", now.minus(NEWCOMER).atOffset(UTC))
                .param("quiet", now.minus(QUIET).atOffset(UTC))
                .param("most", most)
                .query(ProspectRepository::row)
                .list();
    }

    List<Row> untouched(Collection<MemberId> members, double high, Instant now, int most) {
        return jdbc.sql(FOUND.replace("{such}", UNTOUCHED))
                .param("members", Columns.of(members, MemberId::value))
                .param("high", high)
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query(ProspectRepository::row)
                .list();
    }

    Map<MemberId, List<Named>> bestOfEach(
            Collection<MemberId> members, Map<MemberId, List<CustomerId>> also, Between heats, Instant now, int most) {
        record Pair(MemberId member, CustomerId customer) {}
        var pairs = also.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(customer -> new Pair(one.getKey(), customer)))
                .toList();
        record Of(MemberId member, Named named) {}
        return jdbc
                .sql(OF_EACH.replace("{such}", "(" + ALSO + " or (" + REASONABLE + "))"))
                .param("these_members", Columns.of(pairs, pair -> pair.member().value()))
                .param(
                        "these_customers",
                        Columns.of(pairs, pair -> pair.customer().value()))
                .param("members", Columns.of(members, MemberId::value))
                .param("without", new UUID[0])
                .param("low", heats.low())
                .param("high", heats.high())
                .param("now", now.atOffset(UTC))
                .param("recent", now.minus(RECENT).atOffset(UTC))
                .param("newcomer", now.minus(NEWCOMER).atOffset(UTC))
                .param("quiet", now.minus(QUIET).atOffset(UTC))
                .param("most", most)
                .query((row, index) -> new Of(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        new Named(new CustomerId(row.getObject("customer_id", UUID.class)), moment(row, "moved_at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::member, Collectors.mapping(Of::named, Collectors.toList())));
    }

    List<Row> these(Collection<MemberId> members, Collection<CustomerId> customers, Instant now) {
        return jdbc.sql(FOUND.replace("{such}", THESE))
                .param("members", Columns.of(members, MemberId::value))
                .param("these", Columns.of(customers, CustomerId::value))
                .param("now", now.atOffset(UTC))
                .param("most", customers.size() * Math.max(1, members.size()))
                .query(ProspectRepository::row)
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new FollowId(row.getObject("id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getString("avatar")),
                row.getString("remark"),
                row.getBoolean("existing"),
                moment(row, "begun_at"),
                moment(row, "contacted_at"),
                Optional.ofNullable(row.getString("kind")).map(Kind::valueOf),
                Optional.ofNullable(row.getString("item")),
                moment(row, "at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }

    /** @param low the heat from which somebody is not asleep; likewise high */
    record Between(double low, double high) {}

    /** @param kind of what they last did; with item and moment */
    record Row(
            CustomerId customer,
            FollowId follow,
            MemberId member,
            String name,
            Optional<String> avatar,
            String remark,
            boolean existing,
            Optional<Instant> begunAt,
            Optional<Instant> contactedAt,
            Optional<Kind> kind,
            Optional<String> item,
            Optional<Instant> at) {}
}
