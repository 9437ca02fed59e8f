package io.tilth.wecom.quota;

import io.tilth.wecom.CallQuota.Span;
import io.tilth.wecom.WecomSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What WeCom allows, as far as it differs. */
final class Limits {

    /** In an hour, per company and per app. */
    private static final Map<String, Integer> TICKETS = Map.of("get_jsapi_ticket", 400, "ticket/get", 100);

    private Limits() {}

    static int of(WecomSettings.Calls settings, String api, Span span) {
        int usual = span == Span.MINUTE ? settings.perMinute() : settings.perHour();
        return Math.min(usual, TICKETS.getOrDefault(api, usual));
    }

    static Instant start(Span span, Instant now) {
        return now.truncatedTo(span == Span.MINUTE ? ChronoUnit.MINUTES : ChronoUnit.HOURS);
    }

    static Duration left(Span span, Instant now) {
        var length = span == Span.MINUTE ? ChronoUnit.MINUTES : ChronoUnit.HOURS;
        return Duration.between(now, start(span, now).plus(1, length));
    }
}
