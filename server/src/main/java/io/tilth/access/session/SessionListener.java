package io.tilth.access.session;

import io.tilth.tenancy.TenantSuspended;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class SessionListener {

    private final BrowserSessions sessions;

    SessionListener(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    @ApplicationModuleListener
    void on(TenantSuspended event) {
        sessions.endStreams(event.tenant());
    }
}
