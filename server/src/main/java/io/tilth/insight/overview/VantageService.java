package io.tilth.insight.overview;

import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class VantageService {

    private static final ZoneId USUAL = ZoneId.of("Asia/Shanghai");

    private final SinceRepository since;
    private final VisibleMembers visible;
    private final Tenants tenants;
    private final Clock clock;

    VantageService(SinceRepository since, VisibleMembers visible, Tenants tenants, Clock clock) {
        this.since = since;
        this.visible = visible;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Of the caller, now. */
    Vantage on(Period period) {
        var zone = tenants.find(TenantScope.current())
                .map(Tenants.Tenant::timeZone)
                .orElse(USUAL);
        var now = clock.instant();
        var spans = new Spans(period.until(now, zone), period.before(now, zone));
        boolean comparable = since.since()
                .filter(begin -> begin.isAfter(spans.before().from()))
                .isEmpty();
        return new Vantage(now, zone, spans, new Sight(visible.ofCaller()), comparable);
    }
}
