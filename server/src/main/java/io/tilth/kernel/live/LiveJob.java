package io.tilth.kernel.live;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LiveJob {

    @Bean
    RecurringTask<Void> forgetOldSignals(LiveService signals) {
        return Tasks.recurring("forget-old-signals", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> signals.forgetOld());
    }
}
