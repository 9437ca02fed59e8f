package io.tilth.customer.inheritance;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.customer.inheritance.InheritanceQueue.Order;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Goes on with hand-overs in the background, on any node; one whose node died is taken up by another. */
@Configuration(proxyBeanMethods = false)
class InheritanceJob {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    CustomTask<Void> inherit(Inheritor inheritor) {
        return Tasks.custom(InheritanceQueue.TASK)
                .onDeadExecutionRevive()
                .onFailureReschedule(Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> {
                    var next = inheritor.goOn(Order.of(instance.getId()));
                    return (complete, operations) ->
                            next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }

    /** Takes up what nobody works on, as after a restore. */
    @Bean
    RecurringTask<Void> tendInheritances(TenantVisits visits, InheritanceStepService steps, InheritanceQueue queue) {
        return Tasks.recurring("tend-inheritances", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> visits.each(
                        "tend-inheritances", tenant -> steps.unfinished().forEach(queue::add)));
    }
}
