package io.tilth.community.groupchat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Wakes whoever asks WeCom for chats. What is wanted stands in the table; this only saves waiting for the sweep. */
@Component
class GroupChatQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("fetch-group-chats");

    /** News of a chat come in flocks. */
    private static final Duration FLOCK = Duration.ofSeconds(1);

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Clock clock;

    GroupChatQueue(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** For the current tenant, with the current transaction. */
    void add() {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        TASK.instance(String.valueOf(TenantScope.current().value()))
                                .scheduledTo(clock.instant().plus(FLOCK)));
    }

    static TenantId tenant(String instance) {
        return TenantId.of(instance);
    }
}
