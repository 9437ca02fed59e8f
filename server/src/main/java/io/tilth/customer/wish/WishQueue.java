package io.tilth.customer.wish;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Wishes that the node which heard them may not come to. */
@Component
class WishQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("wish");

    private static final Duration HEAD_START = Duration.ofSeconds(10);

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Clock clock;

    WishQueue(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** With the current transaction; does nothing when it waits already. */
    void add(Order order) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        TASK.instance(order.text()).scheduledTo(clock.instant().plus(HEAD_START)));
    }

    /** Which wish of which tenant: the task's own name, so that it needs no further data. */
    record Order(TenantId tenant, UUID wish) {

        static Order of(String text) {
            var parts = text.split("/", 2);
            return new Order(TenantId.of(parts[0]), UUID.fromString(parts[1]));
        }

        String text() {
            return tenant.value() + "/" + wish;
        }
    }
}
