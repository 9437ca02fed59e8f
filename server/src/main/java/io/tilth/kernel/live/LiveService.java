package io.tilth.kernel.live;

import io.tilth.kernel.AfterCommit;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Live;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class LiveService implements Live {

    /** How long a screen may be away and still be told what it missed. */
    static final Duration KEPT = Duration.ofHours(1);

    private static final int MOST_MISSED = 100;

    private final LiveSignalRepository signals;
    private final LivePump pump;
    private final Clock clock;

    LiveService(LiveSignalRepository signals, LivePump pump, Clock clock) {
        this.signals = signals;
        this.pump = pump;
        this.clock = clock;
    }

    @Override
    public void push(Recipient recipient, String topic, String id) {
        store(new LiveSignal(Ids.next(), TenantScope.current(), recipient.key(), topic, id));
    }

    @Override
    public void end(String session, Goodbye why) {
        var tenant = TenantScope.find().orElse(TenantId.HOUSE);
        store(new LiveSignal(Ids.next(), tenant, LiveSignal.session(session), LiveSignal.BYE, name(why)));
    }

    /** What these recipients missed; empty optional when it is too long ago or too much, and they should look anew. */
    @Transactional(readOnly = true)
    public Optional<List<LiveSignal>> missed(UUID lastSeen, TenantId tenant, Set<String> recipients) {
        if (lastSeen.compareTo(Ids.floor(clock.instant().minus(KEPT))) < 0) {
            return Optional.empty();
        }
        var missed = signals.after(lastSeen, tenant, recipients, MOST_MISSED + 1);
        return missed.size() > MOST_MISSED ? Optional.empty() : Optional.of(missed);
    }

    /** What was said since the mark, and the mark to read from next time; both from one snapshot. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Reading since(long mark) {
        return new Reading(signals.since(mark), signals.horizon());
    }

    @Transactional(readOnly = true)
    public long horizon() {
        return signals.horizon();
    }

    public int forgetOld() {
        return signals.forgetBefore(clock.instant().minus(KEPT));
    }

    record Reading(List<LiveSignal> signals, long next) {}

    private static String name(Goodbye why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void store(LiveSignal signal) {
        signals.insert(signal);
        AfterCommit.run(() -> pump.announce());
    }
}
