package io.tilth.wecom.health;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Syncs.Drift;
import io.tilth.wecom.health.HealthRepository.Listed;
import java.time.Instant;
import java.util.Optional;

/** A company in one line. */
record Overview(
        CompanyId company,
        String name,
        String state,
        Optional<Instant> lastCallbackAt,
        long lagMs,
        long waiting,
        long failed,
        Figures.State token,
        int quotaUsedPercent,
        Optional<Instant> driftAt,
        Optional<Integer> driftCount,
        Optional<Instant> licencesExpireAt,
        boolean trouble) {

    static Overview of(Listed company, Figures figures) {
        var traffic = figures.traffic();
        return new Overview(
                company.id(),
                company.name(),
                company.state(),
                traffic.lastAt(),
                traffic.lagMs(),
                traffic.waiting(),
                traffic.failed(),
                figures.token(),
                figures.quotaUsedPercent(),
                figures.drift().map(Drift::at),
                figures.drift().map(Figures::differences),
                figures.licences().flatMap(Figures.LicenceFigures::nextEnd),
                figures.isTrouble());
    }
}
