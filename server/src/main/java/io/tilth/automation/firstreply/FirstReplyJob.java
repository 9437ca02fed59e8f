package io.tilth.automation.firstreply;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FirstReplyJob {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> lookAfterFirstReplies(TenantVisits visits, FirstReplyService replies) {
        return Tasks.recurring("look-after-first-replies", Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> visits.each("look-after-first-replies", tenant -> replies.look()));
    }
}
