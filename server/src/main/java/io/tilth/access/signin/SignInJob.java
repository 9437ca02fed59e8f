package io.tilth.access.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignInJob {

    @Bean
    RecurringTask<Void> forgetOldSignIns(GuessService guesses, SignInService signIns) {
        return Tasks.recurring("forget-old-sign-ins", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> {
                    guesses.forgetOld();
                    signIns.forgetOld();
                });
    }
}
