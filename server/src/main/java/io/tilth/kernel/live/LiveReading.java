package io.tilth.kernel.live;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One reader's place in the stream of signals.
 *
 * <p>Reads from the oldest transaction that might still have committed since the last look, so late commits are found;
 * what that shows twice is told once.
 */
class LiveReading {

    private final LiveService signals;
    private long mark;
    private Set<UUID> told = Set.of();

    LiveReading(LiveService signals) {
        this.signals = signals;
        this.mark = signals.horizon();
    }

    List<LiveSignal> next() {
        var reading = signals.since(mark);
        var fresh = reading.signals().stream()
                .filter(signal -> !told.contains(signal.id()))
                .toList();
        mark = reading.next();
        told = reading.signals().stream().map(LiveSignal::id).collect(Collectors.toUnmodifiableSet());
        return fresh;
    }
}
