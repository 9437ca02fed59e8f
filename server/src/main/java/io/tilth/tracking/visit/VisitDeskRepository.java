package io.tilth.tracking.visit;

import static java.time.ZoneOffset.UTC;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.VisitId;
import io.tilth.tracking.VisitMoved.Deed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/** Visits as people look them up. */
@Repository
class VisitDeskRepository {

    /** No chain that people can take in is longer. */
    private static final int MOST_LINKS = 500;

    private static final UUID LAST = new UUID(-1L, -1L);

    private final TenantJdbc jdbc;

    VisitDeskRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            VisitId id,
            Optional<CustomerId> reader,
            Certainty certainty,
            boolean forwarded,
            Instant openedAt,
            Instant lastAt,
            int seconds,
            int percent,
            List<Integer> pages,
            List<Deed> deeds,
            Optional<Instant> endedAt) {}

    /** One reader in the chain, with all their visits together. */
    record Link(
            UUID hop,
            Optional<UUID> via,
            Optional<CustomerId> reader,
            Certainty certainty,
            int visits,
            int seconds,
            int percent,
            Instant openedAt) {}

    /** A device that nobody is known to hold. */
    record Stranger(
            VisitorId visitor,
            Instant firstAt,
            Instant lastAt,
            int visits,
            int shares,
            int seconds,
            int percent,
            MaterialId material,
            MemberId member) {}

    /** Where the list of strangers goes on. */
    record Place(Instant lastAt, UUID visitor) {}

    /** The newest first. */
    List<Row> of(ShareId share, Optional<UUID> before, int rows) {
        return jdbc.sql("""
                select id, customer_id, certainty, via_id is not null as forwarded, opened_at, last_at, seconds, percent,
                    page_seconds, told, ended_at
                from tracking.visit
                where tenant_id = :tenant and share_id = :share and id < :before
                order by id desc
                limit :rows
                """)
                .param("share", share.value())
                .param("before", before.orElse(LAST))
                .param("rows", rows)
                .query(VisitDeskRepository::row)
                .list();
    }

    List<Link> chain(ShareId share) {
        return jdbc.sql("""
                select v.hop_id, h.via_id, count(*) as visits, sum(v.seconds) as seconds, max(v.percent) as percent,
                    min(v.opened_at) as opened_at, max(v.customer_id::text) as customer_id,
                    min(v.certainty) as certainty
                from tracking.visit v
                join tracking.hop h on h.tenant_id = v.tenant_id and h.id = v.hop_id
                where v.tenant_id = :tenant and v.share_id = :share
                group by v.hop_id, h.via_id
                order by min(v.opened_at)
                limit :most
                """)
                .param("share", share.value())
                .param("most", MOST_LINKS)
                .query((row, index) -> new Link(
                        row.getObject("hop_id", UUID.class),
                        Optional.ofNullable(row.getObject("via_id", UUID.class)),
                        Optional.ofNullable(row.getString("customer_id")).map(CustomerId::of),
                        Certainty.valueOf(row.getString("certainty")),
                        row.getInt("visits"),
                        row.getInt("seconds"),
                        row.getInt("percent"),
                        moment(row, "opened_at").orElseThrow()))
                .list();
    }

    /** @param seen the members whose shares the caller sees; empty for all */
    List<Stranger> strangers(Optional<Set<MemberId>> seen, Optional<Place> after, int rows) {
        var statement = jdbc.sql("""
                select visitor_id, min(opened_at) as first_at, max(last_at) as last_at, count(*) as visits,
                    count(distinct share_id) as shares, sum(seconds) as seconds, max(percent) as percent,
                    (array_agg(material_id order by last_at desc))[1] as material_id,
                    (array_agg(member_id order by last_at desc))[1] as member_id
                from tracking.visit
                where tenant_id = :tenant and certainty = 'VISITOR'
                """ + (seen.isEmpty() ? "" : "and member_id = any (cast(:seen as uuid[]))\n") + """
                group by visitor_id
                having (max(last_at), visitor_id) < (:at, :visitor)
                order by max(last_at) desc, visitor_id desc
                limit :rows
                """)
                .param(
                        "at",
                        after.map(Place::lastAt)
                                .orElse(Instant.parse("9999-01-01T00:00:00Z"))
                                .atOffset(UTC))
                .param("visitor", after.map(Place::visitor).orElse(LAST))
                .param("rows", rows);
        seen.ifPresent(ids -> statement.param("seen", Columns.of(ids, MemberId::value)));
        return statement
                .query((row, index) -> new Stranger(
                        new VisitorId(row.getObject("visitor_id", UUID.class)),
                        moment(row, "first_at").orElseThrow(),
                        moment(row, "last_at").orElseThrow(),
                        row.getInt("visits"),
                        row.getInt("shares"),
                        row.getInt("seconds"),
                        row.getInt("percent"),
                        new MaterialId(row.getObject("material_id", UUID.class)),
                        new MemberId(row.getObject("member_id", UUID.class))))
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                new VisitId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getObject("customer_id", UUID.class)).map(CustomerId::new),
                Certainty.valueOf(row.getString("certainty")),
                row.getBoolean("forwarded"),
                moment(row, "opened_at").orElseThrow(),
                moment(row, "last_at").orElseThrow(),
                row.getInt("seconds"),
                row.getInt("percent"),
                List.of((Integer[]) row.getArray("page_seconds").getArray()),
                Stream.of((String[]) row.getArray("told").getArray())
                        .map(Deed::valueOf)
                        .sorted()
                        .toList(),
                moment(row, "ended_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
