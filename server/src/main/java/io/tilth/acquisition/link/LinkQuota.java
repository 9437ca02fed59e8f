package io.tilth.acquisition.link;

import io.tilth.wecom.AcquisitionLinks.Lot;
import io.tilth.wecom.AcquisitionLinks.Quota;
import io.tilth.wecom.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * How many friends a company may still win by links.
 *
 * @param ending how many of those left end at {@code endsAt}, the next end there is
 */
record LinkQuota(CompanyId company, int used, int left, int ending, Optional<Instant> endsAt, Instant askedAt) {

    /** WeCom itself warns below 20, which a good day of advertising uses up. */
    private static final int LOW = 50;

    private static final Duration SOON = Duration.ofDays(14);

    static LinkQuota of(CompanyId company, Quota told, Instant now) {
        var next = told.lots().stream()
                .filter(lot -> lot.left() > 0 && lot.end().isAfter(now))
                .min(Comparator.comparing(Lot::end));
        return new LinkQuota(
                company, told.used(), told.left(), next.map(Lot::left).orElse(0), next.map(Lot::end), now);
    }

    State state(Instant now) {
        if (left <= 0) {
            return State.USED_UP;
        }
        if (left < LOW) {
            return State.LOW;
        }
        return endsAt.filter(end -> end.isBefore(now.plus(SOON))).isPresent() ? State.ENDING : State.ENOUGH;
    }

    long daysLeft(Instant now) {
        return endsAt.map(end -> Math.max(0, Duration.between(now, end).toDays()))
                .orElse(0L);
    }

    enum State {
        ENOUGH,
        /** Some of it ends within two weeks. */
        ENDING,
        LOW,
        /** Nobody can be added by a link any more. */
        USED_UP
    }
}
