package io.tilth.tenancy.tenant;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.tenancy.TenantOpened;
import io.tilth.tenancy.TenantResumed;
import io.tilth.tenancy.TenantSuspended;
import io.tilth.tenancy.TenantsChanged;
import io.tilth.tenancy.tenant.Tenant.Profile;
import io.tilth.tenancy.tenant.Tenant.Terms;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the operator does with tenants, and a company with itself. */
@Service
@Transactional
class TenantService {

    private final TenantRepository tenants;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TenantService(TenantRepository tenants, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Page<Tenant> list(TenantQuery query, Paging paging) {
        var after = paging.after().map(TenantQuery.Place::of);
        return Page.of(tenants.newest(query, after, clock.instant(), paging.rows()), paging, query::position);
    }

    @Transactional(readOnly = true)
    Tenant get(TenantId id) {
        return tenants.find(id).filter(tenant -> !id.isHouse()).orElseThrow(TenantService::notFound);
    }

    Tenant open(Profile profile, Terms terms) {
        var tenant = Tenant.open(tenants.nextId(), profile, terms, clock.instant());
        tenants.insert(tenant);
        tell(tenant, "tenant.opened", Map.of("plan", tenant.plan(), "validUntil", tenant.validUntil()));
        events.publishEvent(new TenantOpened(tenant.id()));
        return tenant;
    }

    Tenant change(TenantId id, int version, Profile profile, Terms terms) {
        var before = hold(id, version, Function.identity());
        return store(before.with(profile, terms), "tenant.changed", Changes.between(before, profile, terms));
    }

    /**
     * A company's change of itself.
     *
     * @param shown what the company may see of its entry, should it have changed meanwhile
     */
    Tenant change(TenantId id, int version, Profile profile, Function<Tenant, ?> shown) {
        var before = hold(id, version, shown);
        return store(before.with(profile), "company.changed", Changes.between(before, profile));
    }

    Tenant suspend(TenantId id, String reason) {
        var tenant = store(hold(id).suspended(reason), "tenant.suspended", Map.of("reason", reason));
        events.publishEvent(new TenantSuspended(id));
        return tenant;
    }

    Tenant resume(TenantId id) {
        var tenant = store(hold(id).resumed(), "tenant.resumed", Map.of());
        events.publishEvent(new TenantResumed(id));
        return tenant;
    }

    Tenant close(TenantId id, String typedName) {
        var tenant = hold(id).closing(typedName, clock.instant());
        return store(
                tenant, "tenant.closing", Map.of("closesAt", tenant.closesAt().orElseThrow()));
    }

    Tenant keep(TenantId id) {
        return store(hold(id).kept(), "tenant.kept", Map.of());
    }

    /** Extends all of them, or none when one cannot be. */
    List<Tenant> extend(Set<TenantId> ids, int days) {
        var held = tenants.hold(ids);
        if (held.size() < ids.size()) {
            throw notFound();
        }
        var extended = held.stream()
                .map(tenant -> tenant.extended(days, clock.instant()))
                .toList();
        extended.forEach(tenant -> {
            tenants.update(tenant);
            note(tenant, "tenant.extended", Map.of("days", days, "validUntil", tenant.validUntil()));
        });
        events.publishEvent(new TenantsChanged(List.copyOf(ids)));
        return extended;
    }

    private Tenant hold(TenantId id, int version, Function<Tenant, ?> shown) {
        var tenant = hold(id);
        if (tenant.version() != version) {
            throw Refusal.stale(shown.apply(tenant));
        }
        return tenant;
    }

    private Tenant hold(TenantId id) {
        return tenants.hold(Set.of(id)).stream().findFirst().orElseThrow(TenantService::notFound);
    }

    private Tenant store(Tenant tenant, String deed, Map<String, ?> detail) {
        tenants.update(tenant);
        tell(tenant, deed, detail);
        return tenant;
    }

    private void tell(Tenant tenant, String deed, Map<String, ?> detail) {
        note(tenant, deed, detail);
        events.publishEvent(new TenantsChanged(tenant.id()));
    }

    private void note(Tenant tenant, String deed, Map<String, ?> detail) {
        audit.note(deed, Subject.of("tenant", tenant.id().value(), tenant.name()), detail);
    }

    private static Refusal notFound() {
        return Refusal.notFound("tenant-not-found");
    }
}
