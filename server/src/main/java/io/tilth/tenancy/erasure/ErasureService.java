package io.tilth.tenancy.erasure;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantCatalog;
import io.tilth.kernel.TenantId;
import io.tilth.tenancy.TenantErased;
import io.tilth.tenancy.TenantsChanged;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The three steps of an erasure; each commits for itself, and each can be repeated. */
@Service
@Transactional
class ErasureService {

    private final ErasureRepository erasures;
    private final TenantCatalog catalog;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ErasureService(
            ErasureRepository erasures,
            TenantCatalog catalog,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.erasures = erasures;
        this.catalog = catalog;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<TenantId> due() {
        return erasures.due(clock.instant());
    }

    /** In the house: nobody comes in any more; only then is the trail given free. */
    boolean begin(TenantId tenant) {
        var begun = erasures.begin(tenant, clock.instant());
        events.publishEvent(new TenantsChanged(tenant));
        return begun;
    }

    /** In the tenant itself, which must be the one in scope: all rows and the proof go and come together. */
    ErasureProof erase(TenantId tenant) {
        return erasures.proof(tenant).orElseGet(() -> {
            var before = catalog.count();
            catalog.erase();
            erasures.eraseTrail();
            var proof = new ErasureProof(clock.instant(), before, catalog.count());
            erasures.keep(tenant, proof);
            return proof;
        });
    }

    /** In the house: the trail keeps the proof, and the other modules hear of it. */
    void end(TenantId tenant, ErasureProof proof) {
        if (erasures.end(tenant, clock.instant())) {
            audit.note("tenant.erased", Subject.of("tenant", tenant.value()), proof.before());
            events.publishEvent(new TenantErased(tenant));
            events.publishEvent(new TenantsChanged(tenant));
        }
    }

    @Transactional(readOnly = true)
    ErasureProof proof(TenantId tenant) {
        return erasures.proof(tenant).orElseThrow(() -> Refusal.notFound("tenant-not-erased"));
    }
}
