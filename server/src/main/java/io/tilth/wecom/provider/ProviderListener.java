package io.tilth.wecom.provider;

import io.tilth.tenancy.TenantErased;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class ProviderListener {

    private final InstallService installs;

    ProviderListener(InstallService installs) {
        this.installs = installs;
    }

    @ApplicationModuleListener
    void on(TenantErased erased) {
        installs.forget(erased.tenant());
    }
}
