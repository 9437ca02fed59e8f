package io.tilth.content.file;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes uploads that came to nothing. */
@Configuration(proxyBeanMethods = false)
class FileSweepJob {

    @Bean
    RecurringTask<Void> sweepMaterialFiles(TenantVisits visits, FileService files) {
        return Tasks.recurring("sweep-material-files", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> visits.each("sweep-material-files", tenant -> files.sweep()));
    }
}
