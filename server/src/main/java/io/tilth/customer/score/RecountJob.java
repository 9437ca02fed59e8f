package io.tilth.customer.score;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** After a company weighs things differently: some hundred customers at a time, on any node. */
@Configuration(proxyBeanMethods = false)
class RecountJob {

    @Bean
    CustomTask<Void> recountScores(TenantVisits visits, ScoreService scores, Clock clock) {
        return Tasks.custom(RecountQueue.TASK)
                .onDeadExecutionRevive()
                .onFailureReschedule(Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    boolean more = visits.system(TenantId.of(instance.getId()), scores::recountSome);
                    return (complete, operations) -> {
                        if (more) {
                            operations.reschedule(complete, clock.instant());
                        } else {
                            operations.remove();
                        }
                    };
                });
    }
}
