package io.tilth.tenancy.tenant;

import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.TenantsChanged;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the screens of the house, and of the companies themselves, that the register says something new.
 *
 * <p>Opens no transaction of its own: it goes from tenant to tenant, each visit having one.
 */
@Component
class TenantNews {

    /** Names several tenants at once: a screen looks at its list anew, once. */
    static final String SEVERAL = "*";

    private final TenantVisits visits;
    private final Live live;

    TenantNews(TenantVisits visits, Live live) {
        this.visits = visits;
        this.live = live;
    }

    @Async
    @TransactionalEventListener
    void on(TenantsChanged changed) {
        var tenants = changed.tenants();
        tell(TenantId.HOUSE, tenants.size() == 1 ? number(tenants.getFirst()) : SEVERAL);
        tenants.forEach(tenant -> tell(tenant, number(tenant)));
    }

    private void tell(TenantId whom, String which) {
        visits.system(whom, () -> {
            live.push(Recipient.EVERYBODY, "tenant", which);
            return whom;
        });
    }

    private static String number(TenantId tenant) {
        return Long.toString(tenant.value());
    }
}
