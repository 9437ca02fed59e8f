package io.tilth.access.session;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionJob {

    @Bean
    RecurringTask<Void> deleteExpiredSessions(StoredSessions sessions) {
        return Tasks.recurring("delete-expired-sessions", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> sessions.deleteExpired());
    }
}
