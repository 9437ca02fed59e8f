package io.tilth.acquisition.code;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.acquisition.ChannelCodeId;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Codes of which WeCom is to be told; one task for each, however much happens meanwhile. */
@Component
class CodeQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("align-channel-code");

    /** A rush at a fair changes the list a few times a minute, not with each scan. */
    private static final Duration SOON = Duration.ofSeconds(3);

    /** Where a cap is to be kept each second counts. */
    private static final Duration AT_ONCE = Duration.ZERO;

    private static final int SPREAD_S = 600;

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Clock clock;

    CodeQueue(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** With the current transaction; does nothing when it waits already. */
    void soon(ChannelCodeId code) {
        add(code, SOON);
    }

    /** As {@link #soon}, where somebody may be near a cap. */
    void now(ChannelCodeId code) {
        add(code, AT_ONCE);
    }

    /** At a change of shifts all codes move at once: each has its own moment within ten minutes. */
    void spread(ChannelCodeId code) {
        add(code, Duration.ofSeconds(Math.floorMod(code.value().hashCode(), SPREAD_S)));
    }

    private void add(ChannelCodeId code, Duration in) {
        var order = new Due(TenantScope.current(), code);
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        TASK.instance(order.text()).scheduledTo(clock.instant().plus(in)));
    }

    /** Which code of which tenant: the task's own name, so that it needs no further data. */
    record Due(TenantId tenant, ChannelCodeId code) {

        static Due of(String text) {
            var parts = text.split("/", 2);
            return new Due(TenantId.of(parts[0]), new ChannelCodeId(UUID.fromString(parts[1])));
        }

        String text() {
            return tenant.value() + "/" + code.value();
        }
    }
}
