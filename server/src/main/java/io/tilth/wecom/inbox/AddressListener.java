package io.tilth.wecom.inbox;

import io.tilth.tenancy.TenantErased;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class AddressListener {

    private final AddressService addresses;

    AddressListener(AddressService addresses) {
        this.addresses = addresses;
    }

    @ApplicationModuleListener
    void on(TenantErased event) {
        addresses.forget(event.tenant());
    }
}
