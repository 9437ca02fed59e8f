package io.tilth.tenancy.tenant;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantRegistry;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import io.tilth.tenancy.tenant.Tenant.Profile;
import io.tilth.tenancy.tenant.Tenant.Terms;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules, and the kernel's jobs, may know of the register. */
@Service
@Transactional
class TenantRegister implements Tenants, TenantRegistry {

    /** For whoever has not said. */
    private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

    private final TenantRepository tenants;
    private final TenantService service;
    private final Clock clock;

    TenantRegister(TenantRepository tenants, TenantService service, Clock clock) {
        this.tenants = tenants;
        this.service = service;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public ZoneId zone() {
        return tenants.find(TenantScope.current())
                .map(tenant -> tenant.timeZone())
                .orElse(USUAL_ZONE);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Tenants.Tenant> find(TenantId id) {
        return tenants.find(id)
                .filter(tenant -> tenant.state() != State.ERASED)
                .map(tenant -> new Tenants.Tenant(
                        tenant.id(),
                        tenant.name(),
                        tenant.trade().name(),
                        tenant.timeZone(),
                        tenant.state(),
                        tenant.validUntil(),
                        tenant.suspendedReason()));
    }

    @Override
    public TenantId open(Opening opening) {
        var profile = new Profile(opening.name(), Trade.valueOf(opening.trade()), opening.timeZone());
        var terms = new Terms(Plan.valueOf(opening.plan()), opening.validUntil(), opening.owner());
        return service.open(profile, terms).id();
    }

    @Override
    public void signedIn(TenantId id) {
        tenants.signedIn(id, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public List<TenantId> all() {
        return tenants.living();
    }
}
