package io.tilth.wecom.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the health page shows. */
record WecomHealth(
        Instant checkedAt,
        List<TokenHealth> tokens,
        CallbackHealth callbacks,
        List<QuotaHealth> quota,
        Optional<DriftHealth> drift,
        Optional<LicenceHealth> licences,
        List<CallError> errors,
        List<Figures.Hour> hours,
        List<HealthFinding> findings) {

    /** @param error why it could not be fetched, in words */
    record TokenHealth(
            String name,
            Figures.State state,
            Optional<Instant> expiresAt,
            Optional<Instant> refreshedAt,
            Optional<String> error) {}

    record CallbackHealth(Optional<Instant> lastAt, long today, long waiting, long failed, long lagMs) {}

    record QuotaHealth(String api, Window window, long used, long limit) {}

    enum Window {
        MINUTE,
        HOUR,
        DAY,
        MONTH
    }

    record DriftHealth(Instant at, Map<String, Integer> differences) {}

    record LicenceHealth(int active, int trial, int expired, int none) {}

    record CallError(Instant at, String api, int code, String sentence, long times) {}

    record HealthFinding(Finding.Level level, String code, String sentence) {}
}
