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

    /** When the person last read the material before. */
    Optional<Instant> lastRead(Optional<CustomerId> reader, VisitorId visitor, MaterialId material, VisitId but) {
        var whose = reader.isPresent() ? "customer_id = :who" : "visitor_id = :who";
        return jdbc.sql("""
                select max(last_at) as last_at
                from tracking.visit
                where tenant_id = :tenant and material_id = :material and id <> :but and\s""" + whose)
                .param("material", material.value())
                .param("but", but.value())
                .param("who", reader.map(CustomerId::value).orElse(visitor.value()))
                .query((row, index) -> moment(row, "last_at"))
                .single();
    }

    /** Whoever reads first on a link for one person probably is that person; whether this device is the first. */
    boolean isFirst(ShareId share, VisitorId visitor) {
        jdbc.sql("""
                update tracking.share
                set first_visitor_id = :visitor
                where tenant_id = :tenant and id = :share and first_visitor_id is null
                """)
                .param("share", share.value())
                .param("visitor", visitor.value())
                .update();
        return jdbc.sql("""
                select first_visitor_id = :visitor
                from tracking.share
                where tenant_id = :tenant and id = :share
                """)
                .param("share", share.value())
                .param("visitor", visitor.value())
                .query(Boolean.class)
                .single();
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

    void store(Visit visit) {
        jdbc.sql("""
                insert into tracking.visit (tenant_id, id, share_id, material_id, member_id, visitor_id, hop_id, via_id,
                    certainty, customer_id, opened_at, last_at, seconds, percent, page_seconds, told, before_at,
                    heard_at, ended_at)
                values (:tenant, :id, :share, :material, :member, :visitor, :hop, :via, :certainty, :customer, :opened,
                    :last, :seconds, :percent, cast(:pages as int[]), :told, :before, :heard, :ended)
                on conflict (tenant_id, id) do update
                set certainty = excluded.certainty, customer_id = excluded.customer_id, last_at = excluded.last_at,
                    seconds = excluded.seconds, percent = excluded.percent, page_seconds = excluded.page_seconds,
                    told = excluded.told, heard_at = excluded.heard_at, ended_at = excluded.ended_at
                """)
                .param("id", visit.id().value())
                .param("share", visit.share().value())
                .param("material", visit.material().value())
                .param("member", visit.sender().value())
                .param("visitor", visit.visitor().value())
                .param("hop", visit.hop())
                .param("via", visit.via().orElse(null))
                .param("certainty", visit.certainty().name())
                .param("customer", visit.reader().map(CustomerId::value).orElse(null))
                .param("opened", visit.openedAt().atOffset(UTC))
                .param("last", visit.progress().lastAt().atOffset(UTC))
                .param("seconds", visit.progress().seconds())
                .param("percent", visit.progress().percent())
                .param("pages", Columns.of(visit.progress().pages(), page -> page))
                .param("told", visit.told().stream().map(Deed::name).sorted().toArray(String[]::new))
                .param("before", visit.beforeAt().map(at -> at.atOffset(UTC)).orElse(null))
                .param("heard", visit.heardAt().atOffset(UTC))
                .param("ended", visit.endedAt().map(at -> at.atOffset(UTC)).orElse(null))
                .update();
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
