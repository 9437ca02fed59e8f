package io.tilth.wecom.client;

import io.tilth.wecom.WecomRefusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What one node asked of WeCom for one company within an hour, since it was last written down. */
class Sum {

    private final Map<Failure, Times> failures = new HashMap<>();
    private long calls;
    private long errors;
    private long waitedMs;

    void answered(long waited) {
        calls++;
        waitedMs += waited;
    }

    void failed(WecomRefusal refusal, Instant at, long waited) {
        answered(waited);
        errors++;
        failures.merge(
                new Failure(refusal.api(), refusal.code()),
                new Times(1, at),
                (before, now) -> new Times(before.times() + 1, now.lastAt()));
    }

    long calls() {
        return calls;
    }

    long errors() {
        return errors;
    }

    long waitedMs() {
        return waitedMs;
    }

    Map<Failure, Times> failures() {
        return failures;
    }

    record Failure(String api, int code) {}

    record Times(long times, Instant lastAt) {}
}
