package io.tilth.demo;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Syncs;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives the demo company a month of past, as soon as everybody in it is known. */
@Component
@Profile("demo")
class DemoPast {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("demo-past");

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Syncs syncs;
    private final DemoWecom wecom;
    private final TenantVisits visits;
    private final Clock clock;

    DemoPast(
            ObjectProvider<SchedulerClient> scheduler,
            Syncs syncs,
            DemoWecom wecom,
            TenantVisits visits,
            Clock clock) {
        this.scheduler = scheduler;
        this.syncs = syncs;
        this.wecom = wecom;
        this.visits = visits;
        this.clock = clock;
    }

    void begin(TenantId tenant, CompanyId company) {
        var place = tenant.value() + "/" + company.value();
        scheduler.getObject().scheduleIfNotExists(TASK.instance(place).scheduledTo(clock.instant()));
    }

    /** False while it is too early. */
    boolean happen(String place) {
        var tenant = TenantId.of(place.substring(0, place.indexOf('/')));
        var company = CompanyId.of(place.substring(place.indexOf('/') + 1));
        if (!visits.system(tenant, () -> syncs.isKnown(company))) {
            return false;
        }
        wecom.recall(DemoWecom.STAR);
        return true;
    }
}
