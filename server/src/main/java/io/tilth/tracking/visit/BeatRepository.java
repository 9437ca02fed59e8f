package io.tilth.tracking.visit;

import io.tilth.kernel.Columns;
import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.Ids;
import io.tilth.kernel.IngestJdbc;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Adds what pages told, for several tenants with one commit. */
@Repository
class BeatRepository {

    private final IngestJdbc ingest;
    private final GlobalJdbc global;

    BeatRepository(IngestJdbc ingest, GlobalJdbc global) {
        this.ingest = ingest;
        this.global = global;
    }

    /** What is there already stays as it is. */
    void insert(List<Beat> beats) {
        var tenants = beats.stream().map(Beat::tenant).collect(Collectors.toSet());
        ingest.sql(tenants, """
                insert into tracking.event (tenant_id, id, visit_id, kind, seconds, depth, page, touched)
                select tenant_id, id, visit_id, kind, seconds, depth, page, touched
                from unnest(
                    cast(:tenants as bigint[]), cast(:ids as uuid[]), cast(:visits as uuid[]),
                    cast(:kinds as text[]), cast(:seconds as int[]), cast(:depths as int[]),
                    cast(:pages as int[]), cast(:touched as boolean[]))
                    as told (tenant_id, id, visit_id, kind, seconds, depth, page, touched)
                on conflict do nothing
                """)
                .param("tenants", Columns.of(beats, beat -> beat.tenant().value()))
                .param("ids", Columns.of(beats, Beat::id))
                .param("visits", Columns.of(beats, beat -> beat.token().visit().value()))
                .param("kinds", Columns.of(beats, Beat::kind))
                .param("seconds", Columns.of(beats, Beat::seconds))
                .param("depths", Columns.of(beats, Beat::depth))
                .param("pages", Columns.of(beats, Beat::page))
                .param("touched", Columns.of(beats, Beat::touched))
                .update();
    }

    /** One row for each visit that is spoken of. */
    void insertDue(Collection<Beat> beats, Instant now) {
        var visits = new TreeMap<String, Beat>();
        beats.forEach(beat -> visits.put(beat.token().visit().value().toString(), beat));
        var due = visits.values();
        global.sql("""
                insert into tracking.event_due (id, tenant_id, visit_id, share_id, hop_id, visitor_id, due_at)
                select id, tenant_id, visit_id, share_id, hop_id, visitor_id, :now
                from unnest(
                    cast(:ids as uuid[]), cast(:tenants as bigint[]), cast(:visits as uuid[]),
                    cast(:shares as uuid[]), cast(:hops as uuid[]), cast(:visitors as uuid[]))
                    as told (id, tenant_id, visit_id, share_id, hop_id, visitor_id)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", Columns.of(due, beat -> Ids.next()))
                .param("tenants", Columns.of(due, beat -> beat.tenant().value()))
                .param("visits", Columns.of(due, beat -> beat.token().visit().value()))
                .param("shares", Columns.of(due, beat -> beat.token().share().value()))
                .param("hops", Columns.of(due, beat -> beat.token().hop()))
                .param(
                        "visitors",
                        Columns.of(due, beat -> beat.token().visitor().value()))
                .update();
    }

    void keepMonths() {
        global.sql("call tracking.keep_event_months()").update();
    }
}
