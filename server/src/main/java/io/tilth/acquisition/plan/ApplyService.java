package io.tilth.acquisition.plan;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.Channels;
import io.tilth.acquisition.CodeSpec;
import io.tilth.acquisition.PlannedCodes;
import io.tilth.acquisition.plan.Layout.Ticks;
import io.tilth.acquisition.plan.Line.Fate;
import io.tilth.acquisition.plan.PlanningService.Outline;
import io.tilth.acquisition.plan.Run.Step;
import io.tilth.directory.ShopId;
import io.tilth.directory.Shops;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does what a plan outlines, and takes it back: all codes in one transaction here, then WeCom in the background. */
@Service
@Transactional
class ApplyService {

    private final PlanRepository plans;
    private final RunRepository runs;
    private final PlanningService planning;
    private final PlannedCodes codes;
    private final Channels channels;
    private final Shops shops;
    private final PlanQueue queue;
    private final Audit audit;
    private final Clock clock;

    ApplyService(
            PlanRepository plans,
            RunRepository runs,
            PlanningService planning,
            PlannedCodes codes,
            Channels channels,
            Shops shops,
            PlanQueue queue,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.runs = runs;
        this.planning = planning;
        this.codes = codes;
        this.channels = channels;
        this.shops = shops;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param mark of the preview that people saw: what would do something else is not done */
    Run apply(PlanId id, int version, String mark, Ticks ticks) {
        var plan = hold(id);
        if (plan.version() != version) {
            throw Refusal.stale(plan.version());
        }
        if (!planning.outline(plan, Ticks.NONE).mark().equals(mark)) {
            throw Refusal.conflict("plan-moved");
        }
        planning.example(plan).ifPresent(code -> codes.check(plan.company(), code));
        var all = shops.all(plan.company());
        var outline = planning.outline(plan, all, ticks, openChannels(plan, all));
        Refusal.unless(outline.moves(), "plan-nothing-to-do");
        var steps = steps(outline);
        move(plan, steps);
        plans.keep(id, sown(outline));
        var run = start(plan, Run.Kind.APPLY, steps);
        audit.note("code-plan.applied", PlanService.subject(plan), counts(steps));
        return run;
    }

    /** Takes the last application back: made codes are retired, changed ones are as before, edits since then stay. */
    Run undo(PlanId id) {
        var plan = hold(id);
        var last = runs.of(id).stream()
                .filter(run -> run.kind() == Run.Kind.APPLY && !run.undone())
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("plan-nothing-to-undo"));
        var now = codes.find(runs.steps(last.id()).stream().map(Step::code).toList());
        var back = runs.steps(last.id()).stream()
                .flatMap(step ->
                        Optional.ofNullable(now.get(step.code())).flatMap(code -> Reversal.of(step, code)).stream())
                .toList();
        move(plan, back.stream().map(Reversal::step).toList());
        plans.keep(id, back.stream().map(Reversal::sown).toList());
        runs.undo(last.id());
        var run = start(plan, Run.Kind.UNDO, back.stream().map(Reversal::step).toList());
        audit.note("code-plan.undone", PlanService.subject(plan), Map.of("codes", back.size()));
        return run;
    }

    /** Asks WeCom once more for all that failed the last time. */
    Run retry(PlanId id) {
        var plan = hold(id);
        var last = runs.of(id).stream().findFirst().orElseThrow(() -> Refusal.conflict("plan-nothing-to-retry"));
        if (runs.queueFailed(last.id()) == 0) {
            throw Refusal.conflict("plan-nothing-to-retry");
        }
        runs.state(last.id(), Run.State.RUNNING, clock.instant());
        queue.add(last.id());
        audit.note("code-plan.retried", PlanService.subject(plan));
        return runs.find(last.id()).orElseThrow();
    }

    private Plan hold(PlanId id) {
        var plan = plans.hold(id).orElseThrow(() -> Refusal.notFound("plan-not-found"));
        if (runs.of(id).stream().anyMatch(run -> run.state() == Run.State.RUNNING)) {
            throw Refusal.conflict("plan-under-way");
        }
        return plan;
    }

    private Map<String, ChannelId> openChannels(Plan plan, List<Shops.Branch> all) {
        var opened = new HashMap<String, ChannelId>();
        for (var city : planning.missingCities(plan.template(), all)) {
            opened.put(city, channels.below(plan.template().channelId(), city));
        }
        return opened;
    }

    private static List<Step> steps(Outline outline) {
        Map<ShopId, Sown> before = outline.sown().stream().collect(Collectors.toMap(Sown::shop, Function.identity()));
        return outline.lines().stream()
                .filter(line -> line.fate().moves())
                .map(line -> {
                    var next = line.sown().orElseThrow();
                    var last = Optional.ofNullable(before.get(next.shop())).orElse(next);
                    return new Step(
                            next.code(),
                            next.shop(),
                            line.fate(),
                            line.before(),
                            line.after().orElseThrow(),
                            last.spec(),
                            last.dropped());
                })
                .toList();
    }

    /** Also those that are as wanted: what was edited to the same is the plan's from now on. */
    private static List<Sown> sown(Outline outline) {
        return outline.lines().stream()
                .filter(line -> line.fate().moves() || line.fate() == Fate.ALIKE)
                .flatMap(line -> line.sown().stream())
                .toList();
    }

    private void move(Plan plan, Collection<Step> steps) {
        codes.make(plan.company(), specs(steps, Set.of(Fate.MAKE)));
        codes.change(specs(steps, Set.of(Fate.CHANGE, Fate.REVIVE)));
        codes.revive(specs(steps, Set.of(Fate.REVIVE)).keySet());
        codes.change(specs(steps, Set.of(Fate.RETIRE)));
        codes.retire(specs(steps, Set.of(Fate.RETIRE)).keySet());
    }

    private static Map<ChannelCodeId, CodeSpec> specs(Collection<Step> steps, Set<Fate> fates) {
        return steps.stream()
                .filter(step -> fates.contains(step.fate()))
                .collect(Collectors.toMap(Step::code, Step::after));
    }

    private Run start(Plan plan, Run.Kind kind, Collection<Step> steps) {
        var id = Ids.next();
        runs.insert(id, plan.id(), kind, Caller.current(), clock.instant());
        runs.insertSteps(id, steps);
        queue.add(id);
        return runs.find(id).orElseThrow();
    }

    private static Map<String, Long> counts(Collection<Step> steps) {
        return steps.stream()
                .collect(Collectors.groupingBy(
                        step -> step.fate().name().toLowerCase(Locale.ROOT), Collectors.counting()));
    }
}
