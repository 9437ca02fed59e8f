package io.tilth.wecom.sync;

import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CallMeter;
import io.tilth.wecom.CallMeter.Measured;
import io.tilth.wecom.Companies;
import io.tilth.wecom.SyncPart;
import io.tilth.wecom.SyncPart.Piece;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.sync.Run.Kind;
import io.tilth.wecom.sync.Run.Part;
import io.tilth.wecom.sync.Run.PartState;
import io.tilth.wecom.sync.SyncQueue.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Walks through the parts of a run, piece by piece: asks WeCom outside any transaction, then stores. */
@Component
class SyncRunner {

    private static final Duration TURN = Duration.ofSeconds(30);

    private final TenantVisits visits;
    private final SyncProgressService progress;
    private final Companies companies;
    private final CallMeter meter;
    private final Map<String, SyncPart> parts;
    private final Clock clock;

    SyncRunner(
            TenantVisits visits,
            SyncProgressService progress,
            Companies companies,
            CallMeter meter,
            List<SyncPart> parts,
            Clock clock) {
        this.visits = visits;
        this.progress = progress;
        this.companies = companies;
        this.meter = meter;
        this.parts = parts.stream().collect(Collectors.toMap(SyncPart::name, Function.identity()));
        this.clock = clock;
    }

    /** Works for a while, so that others have a turn too; true when there is no more to do. */
    boolean work(Order order) {
        return visits.apart(
                order.tenant(), () -> progress.find(order.run()).map(this::work).orElse(true));
    }

    /** It could not be done, for all the trying. */
    void giveUp(Order order, Throwable why) {
        visits.apart(order.tenant(), () -> fail(order.run(), why));
    }

    /** Whether trying again later may help. */
    static boolean mayPass(Throwable failure) {
        return !(failure instanceof WecomRefusal refusal)
                || refusal.kind() == WecomRefusal.Kind.BUSY
                || refusal.kind() == WecomRefusal.Kind.OVER_LIMIT;
    }

    private boolean work(Run run) {
        if (companies.connected().stream().noneMatch(company -> company.id().equals(run.company()))) {
            return progress.fail(run.id(), "closed", List.of());
        }
        var until = clock.instant().plus(TURN);
        for (var part : run.parts()) {
            if (part.state() == PartState.DONE) {
                continue;
            }
            var outcome = walk(run, part, until);
            if (outcome != Outcome.THROUGH) {
                return outcome == Outcome.NOT_OURS;
            }
        }
        progress.finish(run.id());
        return true;
    }

    private enum Outcome {
        THROUGH,
        AGAIN,
        NOT_OURS
    }

    private Outcome walk(Run run, Part part, Instant until) {
        var asked = new SyncPart.Run(run.company(), run.kind() == Kind.FIRST);
        var at = part;
        while (!clock.instant().isAfter(until)) {
            var cursor = at.cursor();
            var fetched = meter.measure(() -> find(part.name()).next(asked, cursor));
            if (fetched.result().isEmpty()) {
                progress.finish(run.id(), part.name(), fetched.calls(), fetched.waited());
                return Outcome.THROUGH;
            }
            var piece = new Measured<>(fetched.result().orElseThrow(), fetched.calls(), fetched.waited());
            if (!progress.store(run.id(), at, piece)) {
                return Outcome.NOT_OURS;
            }
            at = moved(at, piece.result());
        }
        return Outcome.AGAIN;
    }

    private SyncPart find(String name) {
        return Optional.ofNullable(parts.get(name))
                .orElseThrow(() -> new IllegalStateException("There is no part " + name + " any more."));
    }

    private static Part moved(Part part, Piece piece) {
        return new Part(part.name(), PartState.RUNNING, Optional.of(piece.cursor()), 0, 0);
    }

    private boolean fail(UUID run, Throwable why) {
        return why instanceof WecomRefusal refusal
                ? progress.fail(
                        run,
                        refusal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        List.of(refusal.api(), Integer.toString(refusal.code())))
                : progress.fail(run, "broken", List.of());
    }
}
