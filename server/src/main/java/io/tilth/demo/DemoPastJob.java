package io.tilth.demo;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Looks every few seconds whether the demo's past may happen, until it has. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoPastJob {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    @Bean
    CustomTask<Void> demoPastTask(DemoPast past, Clock clock) {
        return Tasks.custom(DemoPast.TASK)
                .onDeadExecutionRevive()
                .onFailureReschedule(Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> {
                    boolean done = past.happen(instance.getId());
                    return (complete, operations) -> {
                        if (done) {
                            operations.remove();
                        } else {
                            operations.reschedule(complete, clock.instant().plus(PAUSE));
                        }
                    };
                });
    }
}
