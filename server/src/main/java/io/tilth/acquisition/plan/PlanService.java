package io.tilth.acquisition.plan;

import io.tilth.acquisition.Channels;
import io.tilth.acquisition.PlannedCodes;
import io.tilth.acquisition.plan.PlanController.CityOfShops;
import io.tilth.directory.Shops;
import io.tilth.directory.Shops.Branch;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes plans down; codes move only when a plan is applied. */
@Service
@Transactional
class PlanService {

    private final PlanRepository plans;
    private final PlanningService planning;
    private final PlannedCodes codes;
    private final Channels channels;
    private final Companies companies;
    private final Shops shops;
    private final Audit audit;
    private final Clock clock;

    PlanService(
            PlanRepository plans,
            PlanningService planning,
            PlannedCodes codes,
            Channels channels,
            Companies companies,
            Shops shops,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.planning = planning;
        this.codes = codes;
        this.channels = channels;
        this.companies = companies;
        this.shops = shops;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Plan get(PlanId id) {
        return plans.find(id).orElseThrow(() -> Refusal.notFound("plan-not-found"));
    }

    Plan open(PlanTemplate template) {
        var plan = new Plan(PlanId.next(), company(), template, 1);
        check(plan);
        if (!plans.insert(plan, Caller.current().id(), clock.instant())) {
            throw Refusal.conflict("plan-name-taken");
        }
        audit.note("code-plan.opened", subject(plan));
        return plan;
    }

    Plan change(PlanId id, PlanTemplate template, int version) {
        var before = get(id);
        var plan = new Plan(id, before.company(), template, version);
        check(plan);
        if (!plans.update(plan)) {
            throw Refusal.stale(before);
        }
        audit.note("code-plan.changed", subject(plan));
        return get(id);
    }

    /** Only while nothing was made from it: codes in print keep their plan. */
    void close(PlanId id) {
        var plan = get(id);
        if (!plans.sown(id).isEmpty()) {
            throw Refusal.conflict("plan-has-codes");
        }
        plans.delete(id);
        audit.note("code-plan.closed", subject(plan));
    }

    @Transactional(readOnly = true)
    List<CityOfShops> cities() {
        return shops.all(company()).stream().collect(Collectors.groupingBy(Branch::city)).entrySet().stream()
                .map(city -> new CityOfShops(city.getKey(), city.getValue().size(), (int) city.getValue().stream()
                        .filter(shop -> shop.guides() > 0)
                        .count()))
                .sorted(Comparator.comparing(CityOfShops::shops).reversed().thenComparing(CityOfShops::city))
                .toList();
    }

    private void check(Plan plan) {
        plan.template().check();
        Refusal.unless(channels.find(plan.template().channelId()).isPresent(), "channel-not-found");
        if (plans.nameTaken(plan.id(), plan.name())) {
            throw Refusal.conflict("plan-name-taken");
        }
        planning.example(plan).ifPresent(code -> codes.check(plan.company(), code));
    }

    private CompanyId company() {
        return companies.connected().stream()
                .map(Company::id)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("channel-code-without-company"));
    }

    static Subject subject(Plan plan) {
        return Subject.of("code-plan", plan.id().value(), plan.name());
    }
}
