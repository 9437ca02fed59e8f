package io.tilth.access.link;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkJob {

    @Bean
    RecurringTask<Void> forgetOldLinks(TenantVisits visits, LinkService links) {
        return Tasks.recurring("forget-old-links", Schedules.daily(LocalTime.of(3, 40)))
                .execute((instance, context) -> visits.each("forget-old-links", tenant -> links.forgetOld()));
    }
}
