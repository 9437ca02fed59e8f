package io.tilth.kernel.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/** Events whose listener failed, or whose node died, are said again: tenant by tenant, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class HousekeepingJob {

    private static final Duration STALE = Duration.ofMinutes(2);

    @Bean
    RecurringTask<Void> sweepEvents(
            TenantVisits visits,
            StuckEventRepository stuck,
            FailedEventPublications failed,
            IncompleteEventPublications incomplete,
            Clock clock) {
        return Tasks.recurring("sweep-events", Schedules.fixedDelay(Duration.ofSeconds(30)))
                .execute((instance, context) -> visits.each("sweep-events", tenant -> {
                    stuck.fail(clock.instant().minus(STALE));
                    failed.resubmit(ResubmissionOptions.defaults());
                    incomplete.resubmitIncompletePublicationsOlderThan(STALE);
                }));
    }
}
