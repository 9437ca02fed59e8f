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

    @Bean
    CustomTask<Void> alignChannelCode(TenantVisits visits, CodeTurn turn, Clock clock) {
        return Tasks.custom(CodeQueue.TASK)
                .onDeadExecutionRevive()
                .onFailureReschedule(Schedules.fixedDelay(CodeTurn.PAUSE))
                .execute((instance, context) -> {
                    var due = Due.of(instance.getId());
                    var next = visits.apart(due.tenant(), () -> turn.next(due.code()));
                    return (complete, operations) -> next.ifPresentOrElse(
                            in -> operations.reschedule(
                                    complete, clock.instant().plus(in)),
                            operations::remove);
                });
    }

    @Bean
    RecurringTask<Void> tendChannelCodes(TenantVisits visits, CodeTendingService codes) {
        return Tasks.recurring("tend-channel-codes", Schedules.fixedDelay(Duration.ofMinutes(5)))
                .execute((instance, context) -> visits.each("tend-channel-codes", tenant -> codes.tend()));
    }
}
