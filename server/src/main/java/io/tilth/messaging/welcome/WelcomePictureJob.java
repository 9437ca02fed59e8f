package io.tilth.messaging.welcome;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.messaging.welcome.WelcomePictureRepository.Lent;
import io.tilth.wecom.WecomRefusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Renews what WeCom is about to forget, so that no welcome waits for an upload. */
@Configuration(proxyBeanMethods = false)
class WelcomePictureJob {

    private static final Logger log = LoggerFactory.getLogger(WelcomePictureJob.class);

    @Bean
    RecurringTask<Void> renewWelcomePictures(
            TenantVisits visits, WelcomePictureService pictures, PictureLender lender) {
        return Tasks.recurring("renew-welcome-pictures", Schedules.fixedDelay(Duration.ofHours(3)))
                .execute((instance, context) -> {
                    Map<TenantId, List<Lent>> stale = new LinkedHashMap<>();
                    visits.each("renew-welcome-pictures", tenant -> {
                        var some = pictures.stale();
                        if (!some.isEmpty()) {
                            stale.put(tenant, some);
                        }
                    });
                    stale.forEach((tenant, some) -> visits.apart(tenant, () -> {
                        some.forEach(one -> renew(lender, one));
                        return true;
                    }));
                });
    }

    private static void renew(PictureLender lender, Lent one) {
        try {
            lender.renew(one.company(), one.picture());
        } catch (WecomRefusal refusal) {
            log.warn("A picture of a welcome could not be renewed yet: {}", refusal.getMessage());
        }
    }
}
