package io.tilth.wecom.quota;

import io.tilth.wecom.CallQuota.Span;
import io.tilth.wecom.CallQuota.Used;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomSettings;
import io.tilth.wecom.quota.Ledger.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class QuotaService {

    private static final Duration KEPT = Duration.ofHours(2);

    private final QuotaRepository windows;
    private final WecomSettings.Calls settings;

    QuotaService(QuotaRepository windows, WecomSettings settings) {
        this.windows = windows;
        this.settings = settings.calls();
    }

    /** Takes as many calls as both windows have left, up to the wish. */
    public Grant take(CompanyId company, Wish wish, Instant now) {
        var hour = new Window(company, wish.api(), Span.HOUR, Limits.start(Span.HOUR, now));
        var minute = new Window(company, wish.api(), Span.MINUTE, Limits.start(Span.MINUTE, now));
        if (wish.over() > 0) {
            windows.add(hour, -wish.over()); // taken in a minute that has passed, and never made
        }
        var paused = windows.pausedUntil(company, wish.api()).filter(now::isBefore);
        if (paused.isPresent()) {
            return new Grant(0, Span.MINUTE, paused);
        }
        int inHour = grant(hour, wish.calls());
        int inMinute = inHour == 0 ? 0 : grant(minute, inHour);
        if (inMinute < inHour) {
            windows.add(hour, inMinute - inHour);
        }
        return new Grant(inMinute, inHour == 0 ? Span.HOUR : Span.MINUTE, paused);
    }

    public void pause(CompanyId company, String api, Instant until) {
        windows.pause(company, api, until);
    }

    @Transactional(readOnly = true)
    public List<Used> used(CompanyId company, Instant now) {
        return windows.current(company, now).stream()
                .map(used ->
                        new Used(used.api(), used.span(), used.used(), Limits.of(settings, used.api(), used.span())))
                .sorted(Comparator.comparingDouble((Used used) -> -1.0 * used.used() / used.limit())
                        .thenComparing(Used::api))
                .toList();
    }

    public void forgetOld(Instant now) {
        windows.forgetBefore(now.minus(KEPT));
    }

    private int grant(Window window, int wanted) {
        int limit = Limits.of(settings, window.api(), window.span());
        int before = windows.add(window, wanted) - wanted;
        int granted = Math.clamp((long) limit - before, 0, wanted);
        if (granted < wanted) {
            windows.add(window, granted - wanted);
        }
        return granted;
    }

    /** @param over calls that were taken before and will not be made */
    record Wish(String api, int calls, int over) {}

    record Window(CompanyId company, String api, Span span, Instant startsAt) {}
}
