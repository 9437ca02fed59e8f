package io.tilth.wecom.health;

import io.tilth.tenancy.TenantErased;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class HealthListener {

    private final OverviewService overview;

    HealthListener(OverviewService overview) {
        this.overview = overview;
    }

    @ApplicationModuleListener
    void on(TenantErased erased) {
        overview.forget(erased.tenant());
    }
}
