package io.tilth.wecom.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CallbackJob {

    @Bean
    RecurringTask<Void> forgetOldCallbacks(TenantVisits visits, CallbackService callbacks) {
        return Tasks.recurring("forget-old-callbacks", Schedules.fixedDelay(Duration.ofHours(12)))
                .execute((instance, context) -> {
                    callbacks.keepMonths();
                    visits.each("forget-old-callbacks", tenant -> callbacks.forgetOld());
                });
    }
}
