package io.tilth.wecom.provider;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A code is good for minutes, so a busy platform is asked again soon. */
@Configuration(proxyBeanMethods = false)
class ProviderJob {

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    OneTimeTask<Void> doSuiteOrder(Installing installing) {
        return Tasks.oneTime(OrderQueue.TASK)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        ATTEMPTS, new FailureHandler.OnFailureRetryLater<>(PAUSE)))
                .execute((instance, context) -> installing.work(UUID.fromString(instance.getId())));
    }

    @Bean
    RecurringTask<Void> readLicences(Licensing licensing) {
        return Tasks.recurring("read-licences", Schedules.fixedDelay(Duration.ofHours(2)))
                .execute((instance, context) -> licensing.readAll());
    }

    @Bean
    RecurringTask<Void> forgetInstalls(InstallService installs) {
        return Tasks.recurring("forget-installs", Schedules.fixedDelay(Duration.ofHours(6)))
                .execute((instance, context) -> installs.forgetOld());
    }
}
