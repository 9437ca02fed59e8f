package io.tilth.acquisition.code;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.acquisition.code.CodeQueue.Due;
import io.tilth.kernel.TenantVisits;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps WeCom's lists as the codes want them: after an add, at a change of shifts, when a code is over. */
@Configuration(proxyBeanMethods = false)
class CodeJob {

    private static final Duration PAUSE = Duration.ofMinutes(2);

    @Bean
    CustomTask<Void> alignChannelCode(TenantVisits visits, CodeAligner aligner, Clock clock) {
        return Tasks.custom(CodeQueue.TASK)
                .onDeadExecutionRevive()
                .onFailureReschedule(Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> {
                    var due = Due.of(instance.getId());
                    boolean done = visits.apart(due.tenant(), () -> aligner.align(due.code()));
                    return (complete, operations) -> {
                        if (done) {
                            operations.remove();
                        } else {
                            operations.reschedule(complete, clock.instant().plus(PAUSE));
                        }
                    };
                });
    }

    @Bean
    RecurringTask<Void> tendChannelCodes(TenantVisits visits, CodeTendingService codes) {
        return Tasks.recurring("tend-channel-codes", Schedules.fixedDelay(Duration.ofMinutes(5)))
                .execute((instance, context) -> visits.each("tend-channel-codes", tenant -> codes.tend()));
    }
}
