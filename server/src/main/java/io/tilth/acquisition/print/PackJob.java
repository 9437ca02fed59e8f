package io.tilth.acquisition.print;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.acquisition.print.PackQueue.PackOrder;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Draws print packs in the background, on any node; one whose node died is begun anew by another. */
@Configuration(proxyBeanMethods = false)
class PackJob {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    OneTimeTask<Void> drawPrintPack(Printer printer) {
        return Tasks.oneTime(PackQueue.TASK)
                .onDeadExecutionRevive()
                .onFailure(tryAgain(printer))
                .execute((instance, context) -> printer.print(PackOrder.of(instance.getId())));
    }

    @Bean
    RecurringTask<Void> tendPrintPacks(TenantVisits visits, PackStepService steps) {
        return Tasks.recurring("tend-print-packs", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> visits.each("tend-print-packs", tenant -> steps.tend()));
    }

    private static FailureHandler<Void> tryAgain(Printer printer) {
        return (complete, operations) -> {
            if (complete.getExecution().consecutiveFailures + 1 >= ATTEMPTS) {
                printer.giveUp(PackOrder.of(complete.getExecution().taskInstance.getId()));
                operations.stop();
            } else {
                operations.reschedule(complete, complete.getTimeDone().plus(PAUSE));
            }
        };
    }
}
