package io.tilth.customer.inheritance;

import io.tilth.customer.inheritance.InheritanceQueue.Order;
import io.tilth.customer.inheritance.InheritanceStepService.Task;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomTransfers;
import io.tilth.wecom.WecomTransfers.Result;
import io.tilth.wecom.WecomTransfers.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Goes on with a hand-over from wherever it stands: asks WeCom outside any transaction, and notes before and after. What
 * was asked for before a crash is looked up rather than asked for again.
 */
@Component
class Inheritor {

    private static final int AT_ONCE = 100;

    private final TenantVisits visits;
    private final InheritanceStepService steps;
    private final WecomTransfers wecom;

    Inheritor(TenantVisits visits, InheritanceStepService steps, WecomTransfers wecom) {
        this.visits = visits;
        this.steps = steps;
        this.wecom = wecom;
    }

    /** When to go on again; empty when all is settled. */
    Optional<Instant> goOn(Order order) {
        return visits.apart(
                order.tenant(), () -> steps.find(order.inheritance()).flatMap(this::goOn));
    }

    private Optional<Instant> goOn(Task task) {
        try {
            lookUp(task);
            handOverCustomers(task);
            handOverGroups(task);
            ask(task);
            return steps.settle(task.id());
        } catch (WecomRefusal refusal) {
            return Optional.of(steps.stumble(task.id(), refusal));
        }
    }

    /** What became of those that were sent when we were cut off. */
    private void lookUp(Task task) {
        var lost = steps.unanswered(task.id());
        if (!lost.isEmpty()) {
            var results = results(task);
            var known = Set.of(State.WAITING, State.DONE);
            steps.found(
                    lost,
                    item -> Optional.ofNullable(results.get(item.wecomId()))
                            .filter(result -> known.contains(result.state()))
                            .isPresent());
        }
    }

    private void handOverCustomers(Task task) {
        for (var some = steps.take(task.id(), AT_ONCE); !some.isEmpty(); some = steps.take(task.id(), AT_ONCE)) {
            var ids = some.stream().map(Item::wecomId).toList();
            send(some, () -> wecom.customers(task.company(), task.kind(), task.hand(), ids, task.message()));
        }
    }

    private void handOverGroups(Task task) {
        for (var some = steps.takeGroups(task, AT_ONCE); !some.isEmpty(); some = steps.takeGroups(task, AT_ONCE)) {
            var ids = some.stream().map(Item::wecomId).toList();
            send(
                    some,
                    () -> wecom.groupChats(
                            task.company(), task.kind(), task.hand().to(), ids));
            steps.moveGroups(task, some);
        }
    }

    private void send(List<Item> items, Supplier<List<WecomTransfers.Started>> call) {
        try {
            steps.started(items, call.get());
        } catch (WecomRefusal refusal) {
            switch (refusal.kind()) {
                case REQUEST -> steps.fail(items, String.valueOf(refusal.code()));
                case OVER_LIMIT, CONNECTION -> {
                    steps.giveBack(items);
                    throw refusal;
                }
                case BUSY -> throw refusal; // nobody knows whether it was done
            }
        }
    }

    private void ask(Task task) {
        var waiting = steps.waiting(task.id());
        if (!waiting.isEmpty()) {
            steps.learn(waiting, results(task));
        }
    }

    private Map<String, Result> results(Task task) {
        var all = new HashMap<String, Result>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = wecom.results(task.company(), task.kind(), task.hand(), cursor);
            page.results().forEach(result -> all.put(result.externalUserId(), result));
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }
}
