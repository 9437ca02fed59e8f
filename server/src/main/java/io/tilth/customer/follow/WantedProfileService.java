package io.tilth.customer.follow;

import io.tilth.customer.follow.WantedRepository.Wanted;
import io.tilth.wecom.CompanyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of profiles that are wanted, as the fetcher works on it. */
@Service
@Transactional
class WantedProfileService {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int DOUBLED_AT_MOST = 10;

    private final WantedRepository wanted;
    private final CustomerProfileService profiles;
    private final Clock clock;

    WantedProfileService(WantedRepository wanted, CustomerProfileService profiles, Clock clock) {
        this.wanted = wanted;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Wanted> due(CompanyId company, int rows) {
        return wanted.due(company, clock.instant(), rows);
    }

    @Transactional(readOnly = true)
    List<CompanyId> waiting() {
        return wanted.waiting(clock.instant());
    }

    Map<String, Integer> settle(CompanyId company, List<Seen> answers, Instant asked) {
        return profiles.settle(company, answers, asked);
    }

    /** WeCom declined: later again, and ever later; the reason stays with the row. */
    boolean fail(Wanted one, RuntimeException cause) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(one.attempts(), DOUBLED_AT_MOST));
        wanted.failed(
                one.identity(),
                Objects.toString(cause.getMessage(), cause.toString()),
                clock.instant().plus(pause));
        return true;
    }
}
