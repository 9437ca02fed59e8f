package io.tilth.acquisition.plan;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.acquisition.plan.PlanQueue.RunOrder;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Applies plans in the background, on any node; what one node left when it died another takes up. */
@Configuration(proxyBeanMethods = false)
class PlanJob {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    CustomTask<Void> applyCodePlan(PlanRunner runner) {
        return Tasks.custom(PlanQueue.TASK)
                .onDeadExecutionRevive()
                .onFailureReschedule(Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> {
                    var next = runner.goOn(RunOrder.of(instance.getId()));
                    return (complete, operations) ->
                            next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }

    /** Takes up what nobody works on, as after a restore. */
    @Bean
    RecurringTask<Void> tendCodePlans(TenantVisits visits, PlanStepService steps, PlanQueue queue) {
        return Tasks.recurring("tend-code-plans", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> visits.each(
                        "tend-code-plans", tenant -> steps.unfinished().forEach(queue::add)));
    }
}
