package io.tilth.directory.notice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.directory.notice.Post.Round;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticeJob {

    /** Finds what was held back until now, and what a node left behind that died. */
    @Bean
    RecurringTask<Void> bringNotices(TenantVisits visits, NoticeService notices, Post post) {
        return Tasks.recurring("bring-notices", Schedules.fixedDelay(Duration.ofSeconds(30)))
                .execute((instance, context) -> visits.each(
                        "bring-notices",
                        tenant -> notices.waiting().forEach(member -> post.start(new Round(tenant, member)))));
    }

    @Bean
    RecurringTask<Void> forgetNotices(TenantVisits visits, NoticeService notices) {
        return Tasks.recurring("forget-notices", Schedules.daily(LocalTime.of(3, 40)))
                .execute((instance, context) -> visits.each("forget-notices", tenant -> notices.forgetOld()));
    }
}
