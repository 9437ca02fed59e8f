package io.tilth.tracking.alert;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AlertJob {

    @Bean
    RecurringTask<Void> lookAfterAlerts(TenantVisits visits, AlertDueService alerts) {
        return Tasks.recurring("look-after-alerts", Schedules.fixedDelay(Duration.ofSeconds(30)))
                .execute((instance, context) -> visits.each("look-after-alerts", tenant -> alerts.look()));
    }
}
