package io.tilth.tracking.visit;

import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.VisitId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** What was before some visits begin, each kind of question once for all of them. */
@Repository
class OpeningRepository {

    private final TenantJdbc jdbc;

    OpeningRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whoever reads first on a link for one person probably is that person.
     *
     * @param readers one of each share; the first of it, if nobody was before
     * @return the first of each share
     */
    Map<ShareId, VisitorId> first(Map<ShareId, VisitorId> readers) {
        jdbc.sql("""
                with free as (
                    select id
                    from tracking.share
                    where tenant_id = :tenant and id = any (cast(:shares as uuid[])) and first_visitor_id is null
                    order by id
                    for no key update
                )
                update tracking.share as share
                set first_visitor_id = reader.visitor
                from free
                join unnest(cast(:shares as uuid[]), cast(:visitors as uuid[])) as reader (share, visitor)
                    on reader.share = free.id
                where share.tenant_id = :tenant and share.id = free.id
                """)
                .param("shares", Columns.of(readers.keySet(), ShareId::value))
                .param("visitors", Columns.of(readers.values(), VisitorId::value))
                .update();
        var first = new HashMap<ShareId, VisitorId>();
        jdbc.sql("""
                select id, first_visitor_id
                from tracking.share
                where tenant_id = :tenant and id = any (cast(:shares as uuid[])) and first_visitor_id is not null
                """)
                .param("shares", Columns.of(readers.keySet(), ShareId::value))
                .query(row -> {
                    first.put(
                            new ShareId(row.getObject("id", UUID.class)),
                            new VisitorId(row.getObject("first_visitor_id", UUID.class)));
                });
        return first;
    }

    /** When the reader of each, or else the device, last read the same material; nothing for whoever never did. */
    Map<VisitId, Instant> lastRead(Collection<Visit> visits) {
        var last = new HashMap<VisitId, Instant>();
        jdbc.sql("""
                select opened.id, case when opened.customer is null then device.last_at else customer.last_at end as last_at
                from unnest(
                    cast(:ids as uuid[]), cast(:materials as uuid[]), cast(:customers as uuid[]),
                    cast(:visitors as uuid[])) as opened (id, material, customer, visitor)
                cross join lateral (
                    select max(before.last_at) as last_at
                    from tracking.visit as before
                    where before.tenant_id = :tenant and before.customer_id = opened.customer
                        and before.material_id = opened.material and before.id <> opened.id) as customer
                cross join lateral (
                    select max(before.last_at) as last_at
                    from tracking.visit as before
                    where before.tenant_id = :tenant and before.visitor_id = opened.visitor
                        and before.material_id = opened.material and before.id <> opened.id) as device
                """)
                .param("ids", Columns.of(visits, visit -> visit.id().value()))
                .param("materials", Columns.of(visits, visit -> visit.material().value()))
                .param("customers", Columns.of(visits, visit -> visit.reader().map(CustomerId::value)))
                .param("visitors", Columns.of(visits, visit -> visit.visitor().value()))
                .query(row -> {
                    var at = row.getObject("last_at", OffsetDateTime.class);
                    if (at != null) {
                        last.put(new VisitId(row.getObject("id", UUID.class)), at.toInstant());
                    }
                });
        return last;
    }
}
