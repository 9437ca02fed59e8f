package io.tilth.customer.follow;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.customer.follow.ProfileQueue.Order;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fetches profiles in the background, on any node, for one company in one place at a time. */
@Configuration(proxyBeanMethods = false)
class ProfileJob {

    /** Longer than a wake-up is held back, so none falls between two looks. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    CustomTask<Void> fetchProfiles(ProfileFetcher fetcher) {
        return Tasks.custom(ProfileQueue.TASK)
                .onDeadExecutionRevive()
                .onFailureReschedule(Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> {
                    boolean worked = fetcher.fetch(Order.of(instance.getId()));
                    return worked
                            ? (complete, operations) -> operations.reschedule(
                                    complete, complete.getTimeDone().plus(LOOK_AGAIN))
                            : (complete, operations) -> operations.remove();
                });
    }

    /** Finds what nobody was woken for, such as after a restore or a failure that passed. */
    @Bean
    RecurringTask<Void> tendProfiles(TenantVisits visits, WantedProfileService wanted, ProfileQueue queue) {
        return Tasks.recurring("tend-profiles", Schedules.fixedDelay(Duration.ofSeconds(30)))
                .execute((instance, context) -> visits.each(
                        "tend-profiles",
                        tenant -> wanted.waiting().forEach(company -> queue.add(new Order(tenant, company)))));
    }
}
