package io.tilth.demo;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.acquisition.Arrivals;
import io.tilth.directory.Shops;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Syncs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Gives the demo company a month of past, as soon as everybody in it is known: shops and codes first, then WeCom tells
 * again who came, and at last what the guides sent and who read it.
 */
@Component
@Profile("demo")
class DemoPast {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("demo-past");

    private static final Logger log = LoggerFactory.getLogger(DemoPast.class);
    private static final Duration MONTH = Duration.ofDays(31);

    private static final int UNKNOWN = -1;
    private static final int ENOUGH = 3;

    /** Ten minutes of the task's pauses. */
    private static final int MOST_WAITS = 200;

    private static final Map<String, List<String>> SHOPS = new TreeMap<>(Map.of(
            "杭州", DemoCodes.SHOPS.subList(0, 7),
            "宁波", DemoCodes.SHOPS.subList(7, 10),
            "嘉兴", DemoCodes.SHOPS.subList(10, 12)));

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Syncs syncs;
    private final Shops shops;
    private final DemoCodes codes;
    private final Arrivals arrivals;
    private final DemoHistory history;
    private final DemoWecom wecom;
    private final TenantVisits visits;
    private final Clock clock;
    private int came = UNKNOWN;
    private int looks;
    private int waits;

    DemoPast(
            ObjectProvider<SchedulerClient> scheduler,
            Syncs syncs,
            Shops shops,
            DemoCodes codes,
            Arrivals arrivals,
            DemoHistory history,
            DemoWecom wecom,
            TenantVisits visits,
            Clock clock) {
        this.scheduler = scheduler;
        this.syncs = syncs;
        this.shops = shops;
        this.codes = codes;
        this.arrivals = arrivals;
        this.history = history;
        this.wecom = wecom;
        this.visits = visits;
        this.clock = clock;
    }

    void begin(TenantId tenant, CompanyId company, UUID marketer) {
        var now = clock.instant();
        var place = new Place(tenant, company, marketer, Instant.ofEpochSecond(now.getEpochSecond()));
        scheduler.getObject().scheduleIfNotExists(TASK.instance(place.text()).scheduledTo(now));
    }

    /** False while it is too early. */
    boolean happen(String text) {
        var place = Place.of(text);
        if (!visits.system(place.tenant(), () -> syncs.isKnown(place.company()))) {
            return false;
        }
        visits.system(place.tenant(), () -> openShops(place.company()));
        if (visits.system(place.tenant(), () -> codes.open(place.company(), place.marketer()))) {
            log.info("The demo company has its shops and codes; WeCom tells again who came in the last month.");
            recall();
            return false;
        }
        if (!haveCome(place)) {
            return false;
        }
        if (!visits.system(place.tenant(), () -> history.mayBegin(DemoMaterials.TITLES))) {
            return giveUp();
        }
        history.happen(place.tenant(), place.company(), DemoFigures.FULL, place.begun());
        return true;
    }

    /** A machine that cannot paint documents leaves the demo without its month, rather than waiting for ever. */
    private boolean giveUp() {
        if (++waits < MOST_WAITS) {
            return false;
        }
        log.warn("The demo's documents could not be painted, so its month of history is left out.");
        return true;
    }

    /** Whether everybody who was told of has been taken in: nobody more for a while. */
    private boolean haveCome(Place place) {
        int before = came;
        came = visits.system(
                place.tenant(),
                () -> arrivals.newcomers(place.begun().minus(MONTH)).size());
        if (before == UNKNOWN && came == 0) {
            recall();
        }
        looks = came > 0 && came == before ? looks + 1 : 0;
        return looks >= ENOUGH;
    }

    private void recall() {
        came = 0;
        wecom.recall(DemoWecom.STAR);
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

    /**
     * What the task is called, so that it needs no further data.
     *
     * @param begun from which the past is counted back, also after a break
     */
    private record Place(TenantId tenant, CompanyId company, UUID marketer, Instant begun) {

        static Place of(String text) {
            var parts = text.split("/");
            return new Place(
                    TenantId.of(parts[0]),
                    CompanyId.of(parts[1]),
                    UUID.fromString(parts[2]),
                    Instant.ofEpochSecond(Long.parseLong(parts[3])));
        }

        String text() {
            return tenant.value() + "/" + company.value() + "/" + marketer + "/" + begun.getEpochSecond();
        }
    }
}
