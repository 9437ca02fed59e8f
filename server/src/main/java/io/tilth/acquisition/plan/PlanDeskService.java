package io.tilth.acquisition.plan;

import io.tilth.acquisition.Arrivals;
import io.tilth.acquisition.Arrivals.Sum;
import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.PlannedCodes;
import io.tilth.acquisition.PlannedCodes.Planned;
import io.tilth.acquisition.plan.Layout.Ticks;
import io.tilth.acquisition.plan.PlanRepository.Owned;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans as people look them up. */
@Service
@Transactional(readOnly = true)
class PlanDeskService {

    private final PlanRepository plans;
    private final RunRepository runs;
    private final PlanningService planning;
    private final PlannedCodes codes;
    private final Arrivals arrivals;
    private final Tenants tenants;
    private final Clock clock;

    PlanDeskService(
            PlanRepository plans,
            RunRepository runs,
            PlanningService planning,
            PlannedCodes codes,
            Arrivals arrivals,
            Tenants tenants,
            Clock clock) {
        this.plans = plans;
        this.runs = runs;
        this.planning = planning;
        this.codes = codes;
        this.arrivals = arrivals;
        this.tenants = tenants;
        this.clock = clock;
    }

    List<ListedCodePlan> all() {
        return listed(plans.all());
    }

    ListedCodePlan get(PlanId id) {
        return listed(List.of(find(id))).getFirst();
    }

    List<Run> runs(PlanId id) {
        return runs.of(find(id).id());
    }

    CodePlanPreview preview(PlanId id) {
        var plan = find(id);
        return CodePlanPreview.of(plan, planning.outline(plan, Ticks.NONE));
    }

    List<ShopOfPlan> shops(PlanId id, Function<String, String> words) {
        var lines = planning.outline(find(id), Ticks.NONE).lines();
        var ids = lines.stream()
                .filter(line -> line.fate() != Line.Fate.MAKE)
                .flatMap(line -> line.sown().stream())
                .map(Sown::code)
                .toList();
        var now = codes.find(ids);
        var sums = arrivals.sums(ids, today());
        return lines.stream()
                .map(line -> {
                    var code = line.sown().map(Sown::code);
                    return ShopOfPlan.of(
                            line,
                            code.flatMap(one -> Optional.<Planned>ofNullable(now.get(one))),
                            code.map(one -> sums.getOrDefault(one, Sum.NONE)).orElse(Sum.NONE),
                            words);
                })
                .toList();
    }

    private List<ListedCodePlan> listed(List<Plan> some) {
        Map<PlanId, Set<ChannelCodeId>> owned = plans.owned().stream()
                .collect(Collectors.groupingBy(Owned::plan, Collectors.mapping(Owned::code, Collectors.toSet())));
        var ids = some.stream()
                .flatMap(plan -> owned.getOrDefault(plan.id(), Set.of()).stream())
                .toList();
        var sums = arrivals.sums(ids, today());
        var last = runs.newest().stream().collect(Collectors.toMap(Run::plan, Function.identity()));
        return some.stream()
                .map(plan -> {
                    var own = owned.getOrDefault(plan.id(), Set.of());
                    var brought = own.stream()
                            .map(code -> sums.getOrDefault(code, Sum.NONE))
                            .toList();
                    return ListedCodePlan.of(plan, brought, own.size(), Optional.ofNullable(last.get(plan.id())));
                })
                .toList();
    }

    private Plan find(PlanId id) {
        return plans.find(id).orElseThrow(() -> Refusal.notFound("plan-not-found"));
    }

    private Instant today() {
        var zone = tenants.find(TenantScope.current()).orElseThrow().timeZone();
        return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
