package io.tilth.wecom.sync;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.sync.SyncQueue.Order;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Syncs in the background, on any node; what a dead node was doing goes on where it stopped. */
@Configuration(proxyBeanMethods = false)
class SyncJob {

    private static final int ATTEMPTS = 12;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    @Bean
    CustomTask<Void> syncCompany(SyncRunner runner) {
        return Tasks.custom(SyncQueue.TASK)
                .onDeadExecutionRevive()
                .onFailure(tryAgain(runner))
                .execute((instance, context) -> {
                    boolean through = runner.work(Order.of(instance.getId()));
                    return through
                            ? (complete, operations) -> operations.remove()
                            : (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
                });
    }

    @Bean
    RecurringTask<Void> beginNightlySyncs(TenantVisits visits, SyncService syncs) {
        return Tasks.recurring("begin-nightly-syncs", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> visits.each("begin-nightly-syncs", tenant -> {
                    syncs.tend();
                    syncs.beginNightly();
                }));
    }

    private static FailureHandler<Void> tryAgain(SyncRunner runner) {
        return (complete, operations) -> {
            var order = Order.of(complete.getExecution().taskInstance.getId());
            int failures = complete.getExecution().consecutiveFailures + 1;
            var why = complete.getCause().orElseGet(() -> new IllegalStateException("No cause is known."));
            if (failures >= ATTEMPTS || !SyncRunner.mayPass(why)) {
                runner.giveUp(order, why);
                operations.remove();
            } else {
                var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, ATTEMPTS));
                var bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                operations.reschedule(complete, complete.getTimeDone().plus(bounded));
            }
        };
    }
}
