package io.tilth.acquisition.plan;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.PlannedCodes.Telling;
import io.tilth.acquisition.PlannedCodes.Unsaid;
import io.tilth.acquisition.plan.PlanQueue.RunOrder;
import io.tilth.acquisition.plan.Run.Errand;
import io.tilth.acquisition.plan.Run.Result;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.WecomRefusal.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/**
 * Tells WeCom of a plan's codes, a few at a time. Each code remembers by itself what WeCom was told, so whoever goes on
 * after a crash asks for nothing twice.
 */
@Component
class PlanRunner {

    /** WeCom's answer takes longer than our part; more at once would only meet its limits sooner. */
    private static final int AT_ONCE = 4;

    /** After as many people see how far it has come. */
    private static final int STRETCH = 20;

    private static final int MOST_TRIES = 3;
    private static final Set<String> OF_MEMBERS = Set.of("60011", "84074");
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final TenantVisits visits;
    private final PlanStepService steps;
    private final Telling wecom;
    private final Clock clock;

    PlanRunner(TenantVisits visits, PlanStepService steps, Telling wecom, Clock clock) {
        this.visits = visits;
        this.steps = steps;
        this.wecom = wecom;
        this.clock = clock;
    }

    /** When to go on again; empty when all is settled. */
    Optional<Instant> goOn(RunOrder order) {
        return visits.apart(order.tenant(), () -> goOn(order.tenant(), order.run()));
    }

    private Optional<Instant> goOn(TenantId tenant, UUID run) {
        var last = Optional.<ChannelCodeId>empty();
        for (var some = steps.take(run, last, STRETCH); !some.isEmpty(); some = steps.take(run, last, STRETCH)) {
            var told = tellAll(tenant, some);
            steps.note(run, told.stream().map(Told::result).toList());
            var obstacle = told.stream().flatMap(one -> one.unsaid().stream()).filter(PlanRunner::isForAll);
            var pause = obstacle.findFirst();
            if (pause.isPresent()) {
                return rest(run, pause.get());
            }
            last = Optional.of(some.getLast().code());
        }
        return steps.settle(run, clock.instant().plus(PAUSE));
    }

    /** Waits for the limit to pass; a broken connection somebody has to mend first. */
    private Optional<Instant> rest(UUID run, Unsaid why) {
        if (why.kind() == Kind.CONNECTION) {
            steps.failRest(run, why.trouble());
        }
        var after = why.after().compareTo(PAUSE) > 0 ? why.after() : PAUSE;
        return steps.settle(run, clock.instant().plus(after));
    }

    private List<Told> tellAll(TenantId tenant, List<Errand> some) {
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var answers = new ArrayList<Future<Told>>();
            for (var errand : some) {
                answers.add(threads.submit(() ->
                        visits.apart(tenant, () -> new Told(errand, wecom.tell(errand.code())))));
            }
            var told = new ArrayList<Told>();
            for (var answer : answers) {
                told.add(answer.get());
            }
            return told;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A code of a plan could not be told to WeCom.", failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped in the middle of a plan.", stop);
        }
    }

    /** Some errors that people have to mend are about the members of one code. */
    private static boolean isForAll(Unsaid why) {
        return why.kind() == Kind.OVER_LIMIT || (why.kind() == Kind.CONNECTION && !OF_MEMBERS.contains(why.trouble()));
    }

    private record Told(Errand errand, Optional<Unsaid> unsaid) {

        Result result() {
            return unsaid.map(this::failed)
                    .orElseGet(() -> new Result(errand.code(), Run.StepState.DONE, Optional.empty(), errand.tries()));
        }

        /** Who is only asked to wait a while has not failed. */
        private Result failed(Unsaid why) {
            boolean waits = why.kind() == Kind.OVER_LIMIT || why.after().isPositive();
            boolean again = waits || (why.kind() == Kind.BUSY && errand.tries() < MOST_TRIES);
            int tries = errand.tries() + (waits ? 0 : 1);
            var state = again ? Run.StepState.QUEUED : Run.StepState.FAILED;
            return new Result(errand.code(), state, Optional.of(why.trouble()), tries);
        }
    }
}
