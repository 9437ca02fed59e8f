package io.tilth.customer.score;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.kernel.TenantScope;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Companies whose customers are counted anew in the background. */
@Component
class RecountQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("recount-scores");

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Clock clock;

    RecountQueue(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** With the current transaction; does nothing when it waits already. */
    void add() {
        var company = Long.toString(TenantScope.current().value());
        scheduler.getObject().scheduleIfNotExists(TASK.instance(company).scheduledTo(clock.instant()));
    }
}
