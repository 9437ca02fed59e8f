package io.tilth.wecom.sync;

import io.tilth.wecom.CompanyConnected;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class SyncListener {

    private final SyncService syncs;

    SyncListener(SyncService syncs) {
        this.syncs = syncs;
    }

    @ApplicationModuleListener
    void on(CompanyConnected connected) {
        syncs.begin(connected.company());
    }
}
