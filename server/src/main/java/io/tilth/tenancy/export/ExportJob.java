package io.tilth.tenancy.export;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.export.ExportQueue.Order;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Packs exports in the background, on any node; one whose node died is begun anew by another. */
@Configuration(proxyBeanMethods = false)
class ExportJob {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    OneTimeTask<Void> exportTenant(Packer packer) {
        return Tasks.oneTime(ExportQueue.TASK)
                .onDeadExecutionRevive()
                .onFailure(tryAgain(packer))
                .execute((instance, context) -> packer.pack(Order.of(instance.getId())));
    }

    @Bean
    RecurringTask<Void> tendExports(TenantVisits visits, PackingService packing) {
        return Tasks.recurring("tend-exports", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> visits.each("tend-exports", tenant -> packing.tend()));
    }

    private static FailureHandler<Void> tryAgain(Packer packer) {
        return (complete, operations) -> {
            if (complete.getExecution().consecutiveFailures + 1 >= ATTEMPTS) {
                packer.giveUp(Order.of(complete.getExecution().taskInstance.getId()));
                operations.stop();
            } else {
                operations.reschedule(complete, complete.getTimeDone().plus(PAUSE));
            }
        };
    }
}
