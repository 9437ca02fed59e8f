package io.tilth.acquisition.code;

import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** What time it is where the company is. */
@Component
class CompanyDay {

    private final Tenants tenants;
    private final Clock clock;

    CompanyDay(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    LocalTime time(Instant at) {
        return at.atZone(zone()).toLocalTime();
    }

    /** When today began. */
    Instant midnight() {
        var zone = zone();
        return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private ZoneId zone() {
        return tenants.find(TenantScope.current()).orElseThrow().timeZone();
    }
}
