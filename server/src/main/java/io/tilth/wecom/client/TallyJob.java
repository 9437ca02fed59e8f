package io.tilth.wecom.client;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TallyJob {

    private static final Duration KEPT = Duration.ofDays(7);

    @Bean
    RecurringTask<Void> forgetCallFigures(TenantVisits visits, TallyRepository sums, Clock clock) {
        return Tasks.recurring("forget-call-figures", Schedules.daily(LocalTime.of(3, 50)))
                .execute((instance, context) -> visits.each(
                        "forget-call-figures",
                        tenant -> sums.forgetBefore(clock.instant().minus(KEPT))));
    }
}
