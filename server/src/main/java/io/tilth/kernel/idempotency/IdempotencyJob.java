package io.tilth.kernel.idempotency;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdempotencyJob {

    /** Whoever asks again does so within a day; afterwards a key is as good as new. */
    private static final Duration KEPT = Duration.ofHours(24);

    @Bean
    RecurringTask<Void> forgetOldAnswers(TenantVisits visits, IdempotentAnswerRepository answers) {
        return Tasks.recurring("forget-old-answers", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) ->
                        visits.each("forget-old-answers", tenant -> answers.forgetOlderThan(KEPT)));
    }
}
