package io.tilth.wecom.sync;

import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.wecom.CallMeter.Measured;
import io.tilth.wecom.SyncPart.Piece;
import io.tilth.wecom.sync.Run.Part;
import io.tilth.wecom.sync.Run.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how far a run has come: each piece together with its cursor, or neither. */
@Service
@Transactional
class SyncProgressService {

    private static final Duration TOLD_EVERY = Duration.ofSeconds(1);

    private final SyncRepository runs;
    private final Live live;
    private final Clock clock;
    private final Map<UUID, Instant> told = new ConcurrentHashMap<>();

    SyncProgressService(SyncRepository runs, Live live, Clock clock) {
        this.runs = runs;
        this.live = live;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Run> find(UUID run) {
        return runs.find(run).filter(found -> found.state() == State.RUNNING);
    }

    /** False when another node works on it, or nobody wants it any more; then nothing is stored. */
    boolean store(UUID run, Part from, Measured<Piece> fetched) {
        var piece = fetched.result();
        if (!runs.advance(run, from, piece.cursor(), piece.progress())) {
            return false;
        }
        var differences = piece.store();
        if (!differences.isEmpty()) {
            var all = new TreeMap<>(runs.find(run).orElseThrow().differences());
            differences.forEach((kind, count) -> all.merge(kind, count, Integer::sum));
            runs.setDifferences(run, all);
        }
        runs.add(run, fetched.calls(), fetched.waited().toMillis());
        tell(run);
        return true;
    }

    void finish(UUID run, String part, long calls, Duration waited) {
        runs.finish(run, part);
        runs.add(run, calls, waited.toMillis());
        live.push(Recipient.EVERYBODY, "sync", run.toString());
    }

    boolean finish(UUID run) {
        told.remove(run);
        live.push(Recipient.EVERYBODY, "sync", run.toString());
        return runs.end(run, State.DONE, clock.instant(), null, List.of());
    }

    boolean fail(UUID run, String reason, List<String> facts) {
        told.remove(run);
        live.push(Recipient.EVERYBODY, "sync", run.toString());
        return runs.end(run, State.FAILED, clock.instant(), reason, facts);
    }

    private void tell(UUID run) {
        var now = clock.instant();
        var last = told.get(run);
        if (last == null || !last.plus(TOLD_EVERY).isAfter(now)) {
            told.put(run, now);
            live.push(Recipient.EVERYBODY, "sync", run.toString());
        }
    }
}
