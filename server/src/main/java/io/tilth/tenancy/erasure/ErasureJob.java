package io.tilth.tenancy.erasure;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ErasureJob {

    @Bean
    RecurringTask<Void> eraseTenants(Eraser eraser) {
        return Tasks.recurring("erase-tenants", Schedules.fixedDelay(Duration.ofMinutes(15)))
                .execute((instance, context) -> eraser.eraseAllDue());
    }
}
