package io.tilth.wecom.connect;

import io.tilth.tenancy.TenantErased;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Gives an erased tenant's domains free. */
@Component
class DomainListener {

    private final DomainService domains;

    DomainListener(DomainService domains) {
        this.domains = domains;
    }

    @ApplicationModuleListener
    void on(TenantErased erased) {
        domains.releaseAll(erased.tenant());
    }
}
