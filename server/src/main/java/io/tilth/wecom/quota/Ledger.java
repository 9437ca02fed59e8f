package io.tilth.wecom.quota;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.CallQuota;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Keeps this node's purses, and fills them from the windows that all nodes share. */
@Component
class Ledger implements CallQuota {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LONGER_EACH_TIME = 4;

    private final QuotaService windows;
    private final WecomSettings.Calls settings;
    private final Clock clock;
    private final Map<Key, Purse> purses = new ConcurrentHashMap<>();

    Ledger(QuotaService windows, WecomSettings settings, Clock clock) {
        this.windows = windows;
        this.settings = settings.calls();
        this.clock = clock;
    }

    @Override
    public Duration take(CompanyId company, String api) {
        var purse = purse(company, api);
        synchronized (purse) {
            var now = clock.instant();
            if (purse.pausedUntil().isAfter(now)) {
                return Duration.between(now, purse.pausedUntil());
            }
            int over = purse.turn(Limits.start(Span.MINUTE, now));
            return purse.spend() ? Duration.ZERO : fill(purse, company, new QuotaService.Wish(api, purse.next(), over));
        }
    }

    private Duration fill(Purse purse, CompanyId company, QuotaService.Wish wish) {
        var now = clock.instant();
        var grant = windows.take(company, wish, now);
        grant.pausedUntil().ifPresent(purse::pauseUntil);
        purse.fill(grant.calls());
        if (purse.pausedUntil().isAfter(now)) {
            return Duration.between(now, purse.pausedUntil());
        }
        return purse.spend() ? Duration.ZERO : Limits.left(grant.full(), now);
    }

    @Override
    public Duration pause(CompanyId company, String api) {
        var purse = purse(company, api);
        synchronized (purse) {
            var now = clock.instant();
            if (purse.pausedUntil().isAfter(now)) {
                return Duration.between(
                        now, purse.pausedUntil()); // calls that were under way when the first one failed
            }
            var pause = length(purse.strike());
            purse.pauseUntil(now.plus(pause));
            windows.pause(company, api, purse.pausedUntil());
            return pause;
        }
    }

    @Override
    public void answered(CompanyId company, String api) {
        var purse = purse(company, api);
        synchronized (purse) {
            purse.calm();
        }
    }

    @Override
    public List<Used> used(CompanyId company) {
        return windows.used(company, clock.instant());
    }

    /** WeCom blocks for a minute when the minute was too busy, for an hour when the hour was; it does not say which. */
    private Duration length(int strikes) {
        long factor = (long) Math.pow(LONGER_EACH_TIME, Math.min(strikes, 6) - 1.0);
        var pause = settings.pause().multipliedBy(factor);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Purse purse(CompanyId company, String api) {
        return purses.computeIfAbsent(new Key(TenantScope.current(), company, api), key -> new Purse());
    }

    private record Key(TenantId tenant, CompanyId company, String api) {}

    /** What came out of the windows; {@code full} is the one that holds back when nothing did. */
    record Grant(int calls, Span full, Optional<Instant> pausedUntil) {}
}
