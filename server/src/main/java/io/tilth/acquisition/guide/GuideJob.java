package io.tilth.acquisition.guide;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GuideJob {

    @Bean
    RecurringTask<Void> forgetGuideSeats(TenantVisits visits, GuideSeatService seats) {
        return Tasks.recurring("forget-guide-seats", Schedules.fixedDelay(Duration.ofHours(6)))
                .execute((instance, context) -> visits.each("forget-guide-seats", tenant -> seats.forget()));
    }
}
