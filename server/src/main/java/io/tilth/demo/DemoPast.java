package io.tilth.demo;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.directory.Shops;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Syncs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives the demo company a month of past, as soon as everybody in it is known. */
@Component
@Profile("demo")
class DemoPast {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("demo-past");

    private static final Map<String, List<String>> SHOPS = new TreeMap<>(Map.of(
            "杭州", List.of("滨江店", "拱墅店", "西湖店", "余杭店", "萧山店", "临平店", "钱塘店"),
            "宁波", List.of("鄞州店", "海曙店", "江北店"),
            "嘉兴", List.of("南湖店", "秀洲店")));

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Syncs syncs;
    private final Shops shops;
    private final DemoWecom wecom;
    private final TenantVisits visits;
    private final Clock clock;

    DemoPast(
            ObjectProvider<SchedulerClient> scheduler,
            Syncs syncs,
            Shops shops,
            DemoWecom wecom,
            TenantVisits visits,
            Clock clock) {
        this.scheduler = scheduler;
        this.syncs = syncs;
        this.shops = shops;
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
        visits.system(tenant, () -> openShops(company));
        wecom.recall(DemoWecom.STAR);
        return true;
    }

    private int openShops(CompanyId company) {
        int number = 0;
        for (var shop : SHOPS.entrySet()) {
            for (var name : shop.getValue()) {
                number++;
                shops.open(company, name, "HML%02d".formatted(number), shop.getKey(), name.replace("店", "家居城 A 座"));
            }
        }
        return number;
    }
}
