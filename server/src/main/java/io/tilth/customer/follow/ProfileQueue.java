package io.tilth.customer.follow;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.customer.Profiles;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.CompanyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes whoever asks WeCom for profiles. What is wanted stands in a table; this only saves waiting for the sweep. */
@Component
class ProfileQueue implements Profiles {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("fetch-profiles");

    /** A woken worker looks around for longer than this before it lies down, so one call a second is enough. */
    private static final Duration SELDOM = Duration.ofSeconds(1);

    private final ObjectProvider<Scheduler> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Clock clock;
    private final Map<Order, Instant> woken = new ConcurrentHashMap<>();

    ProfileQueue(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Once the current transaction has committed. */
    @Override
    public void wake(CompanyId company) {
        var order = new Order(TenantScope.current(), company);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED && isTime(order)) {
                    Thread.startVirtualThread(() -> add(order)); // this thread still holds the ended transaction
                }
            }
        });
    }

    void add(Order order) {
        var worker = scheduler.getObject();
        if (worker.scheduleIfNotExists(TASK.instance(order.text()).scheduledTo(clock.instant()))) {
            worker.triggerCheckForDueExecutions();
        }
    }

    private boolean isTime(Order order) {
        var now = clock.instant();
        var last = woken.get(order);
        if (last != null && last.plus(SELDOM).isAfter(now)) {
            return false;
        }
        woken.put(order, now);
        return true;
    }

    /** For which company of which tenant: the task's own name, so that it needs no further data. */
    record Order(TenantId tenant, CompanyId company) {

        static Order of(String text) {
            var parts = text.split("/", 2);
            return new Order(TenantId.of(parts[0]), CompanyId.of(parts[1]));
        }

        String text() {
            return tenant.value() + "/" + company.value();
        }
    }
}
