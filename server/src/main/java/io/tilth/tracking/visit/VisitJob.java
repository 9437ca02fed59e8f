package io.tilth.tracking.visit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VisitJob {

    /** Months a year ahead for beats, and visitors whom nobody knows are forgotten after 90 days. */
    @Bean
    RecurringTask<Void> keepVisits(TenantVisits tenants, BeatService beats, VisitService visits) {
        return Tasks.recurring("keep-visits", Schedules.fixedDelay(Duration.ofHours(12)))
                .execute((instance, context) -> {
                    beats.keepMonths();
                    tenants.each("keep-visits", tenant -> visits.forgetStrangers());
                });
    }
}
