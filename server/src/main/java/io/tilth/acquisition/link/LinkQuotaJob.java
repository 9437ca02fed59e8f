package io.tilth.acquisition.link;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LinkQuotaJob {

    @Bean
    RecurringTask<Void> readLinkQuotas(TenantVisits visits, LinkQuotaService quotas, LinkQuotaAsker asker) {
        return Tasks.recurring("read-link-quotas", Schedules.fixedDelay(Duration.ofMinutes(2)))
                .execute((instance, context) -> {
                    List<TenantId> due = new ArrayList<>();
                    visits.each("read-link-quotas", tenant -> {
                        if (!quotas.due().isEmpty()) {
                            due.add(tenant);
                        }
                    });
                    due.forEach(tenant -> visits.apart(tenant, () -> {
                        asker.refresh();
                        return true;
                    }));
                });
    }

    @Bean
    RecurringTask<Void> forgetLinkClicks(TenantVisits visits, LinkClickService clicks) {
        return Tasks.recurring("forget-link-clicks", Schedules.fixedDelay(Duration.ofDays(1)))
                .execute((instance, context) -> visits.each("forget-link-clicks", tenant -> clicks.forget()));
    }
}
