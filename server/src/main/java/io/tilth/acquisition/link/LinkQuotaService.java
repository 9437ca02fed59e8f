package io.tilth.acquisition.link;

import io.tilth.acquisition.link.LinkQuota.State;
import io.tilth.wecom.AcquisitionLinks.Quota;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.HealthNotes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class LinkQuotaService implements HealthNotes {

    private static final Duration FRESH = Duration.ofHours(1);

    private final LinkQuotaRepository quotas;
    private final Clock clock;

    LinkQuotaService(LinkQuotaRepository quotas, Clock clock) {
        this.quotas = quotas;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<LinkQuota> all() {
        return quotas.all();
    }

    @Transactional(readOnly = true)
    List<CompanyId> due() {
        return quotas.due(clock.instant().minus(FRESH));
    }

    void moved(CompanyId company) {
        quotas.stale(company);
    }

    void keep(CompanyId company, Quota told) {
        quotas.keep(LinkQuota.of(company, told, clock.instant()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Note> of(CompanyId company) {
        var now = clock.instant();
        return quotas.all().stream()
                .filter(quota -> quota.company().equals(company))
                .map(quota -> note(quota, now))
                .toList();
    }

    private static Note note(LinkQuota quota, Instant now) {
        return switch (quota.state(now)) {
            case USED_UP -> new Note(Weight.BAD, "link-quota-used-up", List.of());
            case LOW -> new Note(Weight.WATCH, "link-quota-low", List.of(quota.left()));
            case ENDING ->
                new Note(Weight.WATCH, "link-quota-ending", List.of(quota.left(), quota.ending(), quota.daysLeft(now)));
            case ENOUGH -> new Note(Weight.GOOD, "link-quota-enough", List.of(quota.left()));
        };
    }

    State state(LinkQuota quota) {
        return quota.state(clock.instant());
    }
}
