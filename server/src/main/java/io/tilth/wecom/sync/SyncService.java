package io.tilth.wecom.sync;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.SyncPart;
import io.tilth.wecom.Syncs;
import io.tilth.wecom.sync.Run.Kind;
import io.tilth.wecom.sync.SyncQueue.Order;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins syncs and tells of them. */
@Service
@Transactional
class SyncService implements Syncs {

    private static final int SHOWN = 20;

    private final SyncRepository runs;
    private final SyncQueue queue;
    private final Companies companies;
    private final Tenants tenants;
    private final List<SyncPart> parts;
    private final Audit audit;
    private final Live live;
    private final Clock clock;

    SyncService(
            SyncRepository runs,
            SyncQueue queue,
            Companies companies,
            Tenants tenants,
            List<SyncPart> parts,
            Audit audit,
            Live live,
            Clock clock) {
        this.runs = runs;
        this.queue = queue;
        this.companies = companies;
        this.tenants = tenants;
        this.parts = parts;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Run> newest(CompanyId company) {
        company(company);
        return runs.newest(company, SHOWN);
    }

    /** Somebody wants it now. */
    Run ask(CompanyId id) {
        var company = company(id);
        if (companies.connected().stream().noneMatch(company::equals)) {
            throw Refusal.conflict("company-not-connected");
        }
        var run = begin(id, Kind.ASKED).orElseThrow(() -> Refusal.conflict("sync-running"));
        audit.note("sync.requested", Subject.of("company", id.value(), company.name()));
        return runs.find(run).orElseThrow();
    }

    /** The company has been connected; one that runs already will do. */
    void begin(CompanyId company) {
        begin(company, Kind.ASKED);
    }

    /** Begins what is due tonight: each company at a minute of its own, so that not all ask WeCom at once. */
    void beginNightly() {
        var zone = tenants.find(TenantScope.current()).map(Tenants.Tenant::timeZone);
        zone.ifPresent(here -> {
            var now = clock.instant().atZone(here);
            for (var company : companies.connected()) {
                Night.of(company.id(), now)
                        .filter(due -> runs.isFirstDone(company.id()))
                        .filter(due -> !runs.hasBegunSince(company.id(), due))
                        .ifPresent(due -> begin(company.id(), Kind.NIGHTLY));
            }
        });
    }

    /** Queues again what nobody works on, as after a restore. */
    void tend() {
        runs.running().forEach(run -> queue.add(new Order(TenantScope.current(), run)));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isKnown(CompanyId company) {
        return runs.isFirstDone(company);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Drift> lastDrift(CompanyId company) {
        return runs.lastComparison(company)
                .map(run -> new Drift(run.finishedAt().orElse(run.startedAt()), run.differences()));
    }

    /** Until a first one is through, every one is the first. */
    private Optional<UUID> begin(CompanyId company, Kind wanted) {
        var kind = runs.isFirstDone(company) ? wanted : Kind.FIRST;
        var names = parts.stream()
                .sorted(Comparator.comparingInt(SyncPart::order))
                .map(SyncPart::name)
                .toList();
        var id = Ids.next();
        if (!runs.insert(id, company, kind, names, clock.instant())) {
            return Optional.empty();
        }
        queue.add(new Order(TenantScope.current(), id));
        live.push(Recipient.EVERYBODY, "sync", id.toString());
        return Optional.of(id);
    }

    private Company company(CompanyId id) {
        return companies.find(id).orElseThrow(() -> Refusal.notFound("wecom-company-not-found"));
    }
}
