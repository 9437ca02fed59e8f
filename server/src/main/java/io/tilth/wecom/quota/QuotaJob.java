package io.tilth.wecom.quota;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuotaJob {

    @Bean
    RecurringTask<Void> forgetCallWindows(TenantVisits visits, QuotaService windows, Clock clock) {
        return Tasks.recurring("forget-call-windows", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) ->
                        visits.each("forget-call-windows", tenant -> windows.forgetOld(clock.instant())));
    }
}
