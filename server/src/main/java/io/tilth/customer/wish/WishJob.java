package io.tilth.customer.wish;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.customer.wish.WishQueue.Order;
import io.tilth.kernel.TenantScope;
import io.tilth.kernel.TenantVisits;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Grants in the background, on any node, what was not granted at once. */
@Configuration(proxyBeanMethods = false)
class WishJob {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    CustomTask<Void> grantWish(Wisher wisher, Clock clock) {
        return Tasks.custom(WishQueue.TASK)
                .onDeadExecutionRevive()
                .onFailureReschedule(Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> {
                    boolean done = wisher.grant(Order.of(instance.getId()));
                    return (complete, operations) -> {
                        if (done) {
                            operations.remove();
                        } else {
                            operations.reschedule(complete, clock.instant().plus(PAUSE));
                        }
                    };
                });
    }

    /** Takes up what nobody works on, as after a restore. */
    @Bean
    RecurringTask<Void> tendWishes(TenantVisits visits, WishService wishes, WishQueue queue) {
        return Tasks.recurring("tend-wishes", Schedules.fixedDelay(Duration.ofMinutes(30)))
                .execute((instance, context) -> visits.each(
                        "tend-wishes",
                        tenant ->
                                wishes.forgotten().forEach(wish -> queue.add(new Order(TenantScope.current(), wish)))));
    }
}
