package io.tilth.acquisition.plan;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.plan.Run.Errand;
import io.tilth.acquisition.plan.Run.Result;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is noted between one question to WeCom and the next; each step commits for itself. */
@Service
@Transactional
class PlanStepService {

    private final RunRepository runs;
    private final Live live;
    private final Clock clock;

    PlanStepService(RunRepository runs, Live live, Clock clock) {
        this.runs = runs;
        this.live = live;
        this.clock = clock;
    }

    List<Errand> take(UUID run, Optional<ChannelCodeId> after, int most) {
        return runs.errands(run, after, most);
    }

    void note(UUID run, List<Result> results) {
        runs.note(run, results);
        tell(run);
    }

    void failRest(UUID run, String trouble) {
        runs.failRest(run, trouble);
    }

    /** Empty when nothing is left to be done. */
    Optional<Instant> settle(UUID run, Instant again) {
        boolean over = runs.errands(run, Optional.empty(), 1).isEmpty();
        if (over) {
            runs.state(run, Run.State.DONE, clock.instant());
        }
        tell(run);
        return over ? Optional.empty() : Optional.of(again);
    }

    @Transactional(readOnly = true)
    List<UUID> unfinished() {
        return runs.unfinished();
    }

    private void tell(UUID run) {
        live.push(Recipient.EVERYBODY, "code-plan", run.toString());
    }
}
