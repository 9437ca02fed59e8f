package io.tilth.tenancy.erasure;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Erases the companies whose end has come; whatever breaks off is taken up again at the next round. */
@Component
class Eraser {

    private static final Logger log = LoggerFactory.getLogger(Eraser.class);

    private final ErasureService erasures;
    private final TenantVisits visits;

    Eraser(ErasureService erasures, TenantVisits visits) {
        this.erasures = erasures;
        this.visits = visits;
    }

    void eraseAllDue() {
        for (var tenant : erasures.due()) {
            try {
                erase(tenant);
            } catch (RuntimeException failure) {
                log.error("Tenant {} could not be erased; it is tried again.", tenant.value(), failure);
            }
        }
    }

    private void erase(TenantId tenant) {
        if (visits.system(TenantId.HOUSE, () -> erasures.begin(tenant))) {
            var proof = visits.system(tenant, () -> erasures.erase(tenant));
            visits.system(TenantId.HOUSE, () -> {
                erasures.end(tenant, proof);
                return proof;
            });
        }
    }
}
