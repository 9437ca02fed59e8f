package io.tilth.customer.timeline;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps months ahead for what is going to happen. */
@Configuration(proxyBeanMethods = false)
class TimelineJob {

    @Bean
    RecurringTask<Void> extendInteractions(TimelineService timeline) {
        return Tasks.recurring("extend-interactions", Schedules.fixedDelay(Duration.ofDays(1)))
                .execute((instance, context) -> timeline.extend());
    }
}
