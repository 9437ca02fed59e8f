package io.tilth.wecom.health;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HealthJob {

    @Bean
    RecurringTask<Void> lookOverWecom(TenantVisits visits, OverviewService overview) {
        return Tasks.recurring("look-over-wecom", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> visits.each("look-over-wecom", tenant -> overview.refresh()));
    }
}
