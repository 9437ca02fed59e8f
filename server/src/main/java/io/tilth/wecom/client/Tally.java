package io.tilth.wecom.client;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomRefusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Counts this node's calls in memory and writes the sums down every few seconds, so that a call costs no commit. */
@Component
class Tally implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Tally.class);
    private static final long WRITTEN_EVERY_S = 2;

    private final TenantVisits visits;
    private final TallyRepository sums;
    private final Clock clock;
    private final Semaphore stop = new Semaphore(0);
    private Map<Key, Sum> open = new HashMap<>();
    private volatile boolean running;

    Tally(TenantVisits visits, TallyRepository sums, Clock clock) {
        this.visits = visits;
        this.sums = sums;
        this.clock = clock;
    }

    void answered(Credentials app, long waitedMs) {
        add(app, sum -> sum.answered(waitedMs));
    }

    void failed(Credentials app, WecomRefusal refusal, long waitedMs) {
        var now = clock.instant();
        add(app, sum -> sum.failed(refusal, now, waitedMs));
    }

    private synchronized void add(Credentials app, Consumer<Sum> change) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        change.accept(open.computeIfAbsent(new Key(app.tenant(), app.company(), hour), key -> new Sum()));
    }

    private synchronized Map<Key, Sum> take() {
        var taken = open;
        open = new HashMap<>();
        return taken;
    }

    private void write() {
        take().forEach((key, sum) -> {
            try {
                visits.system(key.tenant(), () -> {
                    sums.add(key.company(), key.hour(), sum);
                    return key;
                });
            } catch (RuntimeException failure) {
                log.warn(
                        "The calls of tenant {} could not be counted: {}",
                        key.tenant().value(),
                        failure.toString());
            }
        });
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("wecom-tally").start(() -> {
            try {
                while (!stop.tryAcquire(WRITTEN_EVERY_S, TimeUnit.SECONDS)) {
                    write();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        stop.release();
        write();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private record Key(TenantId tenant, CompanyId company, Instant hour) {}
}
