package io.tilth.tracking.visit;

import static java.time.ZoneOffset.UTC;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.VisitId;
import io.tilth.tracking.VisitMoved.Deed;
import io.tilth.tracking.visit.Visit.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

@Repository
class VisitRepository {

    private static final String COLUMNS = """
            select id, share_id, material_id, member_id, visitor_id, hop_id, via_id, certainty, customer_id, opened_at,
                last_at, seconds, percent, page_seconds, told, before_at, heard_at, ended_at
            from tracking.visit
            """;

    private static final String STORE = """
            insert into tracking.visit (tenant_id, id, share_id, material_id, member_id, visitor_id, hop_id, via_id,
                certainty, customer_id, opened_at, last_at, seconds, percent, page_seconds, told, before_at,
                heard_at, ended_at)
            select :tenant, id, share, material, member, visitor, hop, via, certainty, customer, opened, last,
                seconds, percent, cast(pages as int[]), cast(told as text[]), before, heard, ended
            from unnest(
                cast(:ids as uuid[]), cast(:shares as uuid[]), cast(:materials as uuid[]),
                cast(:members as uuid[]), cast(:visitors as uuid[]), cast(:hops as uuid[]),
                cast(:vias as uuid[]), cast(:certainties as text[]), cast(:customers as uuid[]),
                cast(:opened as timestamptz[]), cast(:last as timestamptz[]), cast(:seconds as int[]),
                cast(:percents as int[]), cast(:pages as text[]), cast(:told as text[]),
                cast(:before as timestamptz[]), cast(:heard as timestamptz[]), cast(:ended as timestamptz[]))
                as visit (id, share, material, member, visitor, hop, via, certainty, customer, opened, last,
                    seconds, percent, pages, told, before, heard, ended)
            order by id
            on conflict (tenant_id, id) do update
            set certainty = excluded.certainty, customer_id = excluded.customer_id, last_at = excluded.last_at,
                seconds = excluded.seconds, percent = excluded.percent, page_seconds = excluded.page_seconds,
                told = excluded.told, heard_at = excluded.heard_at, ended_at = excluded.ended_at
            """;

    private final TenantJdbc jdbc;

    VisitRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Map<VisitId, Visit> findAll(Collection<VisitId> ids) {
        return jdbc
                .sql(COLUMNS + "where tenant_id = :tenant and id = any (cast(:ids as uuid[]))")
                .param("ids", Columns.of(ids, VisitId::value))
                .query(VisitRepository::visit)
                .list()
                .stream()
                .collect(Collectors.toMap(Visit::id, Function.identity()));
    }

    /** The newest of this device on this share that still went on after that moment. */
    Optional<VisitId> recent(ShareId share, VisitorId visitor, Instant after) {
        return jdbc.sql("""
                select id
                from tracking.visit
                where tenant_id = :tenant and visitor_id = :visitor and last_at > :after and share_id = :share
                order by last_at desc
                limit 1
                """)
                .param("share", share.value())
                .param("visitor", visitor.value())
                .param("after", after.atOffset(UTC))
                .query((row, index) -> new VisitId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** The newest visit by that address: of whoever handed it on. */
    Optional<Visit> ofHop(UUID hop) {
        return jdbc.sql(COLUMNS + "where tenant_id = :tenant and hop_id = :hop order by last_at desc limit 1")
                .param("hop", hop)
                .query(VisitRepository::visit)
                .optional();
    }

    Optional<Visit> newest(ShareId share, VisitorId visitor) {
        return jdbc.sql(COLUMNS + """
                where tenant_id = :tenant and visitor_id = :visitor and share_id = :share
                order by last_at desc
                limit 1
                """)
                .param("share", share.value())
                .param("visitor", visitor.value())
                .query(VisitRepository::visit)
                .optional();
    }

    /** Those of the devices that are not known to be the customer's. */
    List<Visit> notYetOf(CustomerId customer, Collection<VisitorId> visitors) {
        return jdbc.sql(COLUMNS + """
                where tenant_id = :tenant and visitor_id = any (cast(:visitors as uuid[]))
                    and (certainty <> 'SELF' or customer_id <> :customer)
                order by id
                for no key update
                """)
                .param("customer", customer.value())
                .param("visitors", Columns.of(visitors, VisitorId::value))
                .query(VisitRepository::visit)
                .list();
    }

    /** All of them with one statement, in one order by all workers. */
    void store(Collection<Visit> visits) {
        if (visits.isEmpty()) {
            return;
        }
        jdbc.sql(STORE)
                .param("ids", Columns.of(visits, visit -> visit.id().value()))
                .param("shares", Columns.of(visits, visit -> visit.share().value()))
                .param("materials", Columns.of(visits, visit -> visit.material().value()))
                .param("members", Columns.of(visits, visit -> visit.sender().value()))
                .param("visitors", Columns.of(visits, visit -> visit.visitor().value()))
                .param("hops", Columns.of(visits, Visit::hop))
                .param("vias", Columns.of(visits, Visit::via))
                .param("certainties", Columns.of(visits, Visit::certainty))
                .param("customers", Columns.of(visits, visit -> visit.reader().map(CustomerId::value)))
                .param("opened", Columns.of(visits, Visit::openedAt))
                .param("last", Columns.of(visits, visit -> visit.progress().lastAt()))
                .param("seconds", Columns.of(visits, visit -> visit.progress().seconds()))
                .param("percents", Columns.of(visits, visit -> visit.progress().percent()))
                .param(
                        "pages",
                        Columns.of(visits, visit -> literal(visit.progress().pages())))
                .param(
                        "told",
                        Columns.of(
                                visits,
                                visit -> literal(visit.told().stream().sorted().toList())))
                .param("before", Columns.of(visits, Visit::beforeAt))
                .param("heard", Columns.of(visits, Visit::heardAt))
                .param("ended", Columns.of(visits, Visit::endedAt))
                .update();
    }

    /** A list within a column of lists: PostgreSQL has no ragged arrays. */
    private static String literal(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    void move(CustomerId gone, CustomerId into) {
        jdbc.sql("""
                update tracking.visit
                set customer_id = :into
                where tenant_id = :tenant and customer_id = :gone
                """).param("gone", gone.value()).param("into", into.value()).update();
    }

    /** Those that nobody was ever found behind. */
    void forgetStrangers(Instant before) {
        jdbc.sql("""
                delete from tracking.visit
                where tenant_id = :tenant and certainty = 'VISITOR' and id < :floor
                """).param("floor", Ids.floor(before)).update();
    }

    private static Visit visit(ResultSet row, int index) throws SQLException {
        return new Visit(
                new VisitId(row.getObject("id", UUID.class)),
                new ShareId(row.getObject("share_id", UUID.class)),
                new MaterialId(row.getObject("material_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                new VisitorId(row.getObject("visitor_id", UUID.class)),
                row.getObject("hop_id", UUID.class),
                Optional.ofNullable(row.getObject("via_id", UUID.class)),
                Certainty.valueOf(row.getString("certainty")),
                Optional.ofNullable(row.getObject("customer_id", UUID.class)).map(CustomerId::new),
                moment(row, "opened_at").orElseThrow(),
                new Progress(
                        moment(row, "last_at").orElseThrow(),
                        row.getInt("seconds"),
                        row.getInt("percent"),
                        List.of((Integer[]) row.getArray("page_seconds").getArray())),
                Stream.of((String[]) row.getArray("told").getArray())
                        .map(Deed::valueOf)
                        .collect(Collectors.toSet()),
                moment(row, "before_at"),
                moment(row, "heard_at").orElseThrow(),
                moment(row, "ended_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
