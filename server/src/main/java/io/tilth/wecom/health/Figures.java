package io.tilth.wecom.health;

import io.tilth.wecom.CallQuota.Used;
import io.tilth.wecom.CallbackAddresses.Traffic;
import io.tilth.wecom.Syncs.Drift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a company's connection fares, and what that means. */
record Figures(
        Instant at,
        Shape shape,
        List<TokenFigures> tokens,
        Traffic traffic,
        List<Used> quota,
        Optional<Drift> drift,
        Optional<LicenceFigures> licences,
        List<Failure> failures,
        List<Hour> hours,
        Optional<Instant> ticketAt,
        List<Finding> notes) {

    private static final Duration TICKET_LATE = Duration.ofMinutes(20);
    private static final Duration QUIET = Duration.ofDays(2);
    private static final Duration EXPIRING = Duration.ofDays(30);
    private static final Duration RECENT = Duration.ofHours(1);
    private static final long SLOW_MS = 60_000;
    private static final long STUCK_MS = 300_000;
    private static final int NEARLY_FULL = 80;
    private static final int MANY_ERRORS = 5;

    /** @param hosted whether the provider's ticket keeps it going */
    record Shape(boolean connected, boolean hosted, Instant since) {}

    record TokenFigures(
            String name, Optional<Instant> expiresAt, Optional<Instant> refreshedAt, Optional<Integer> failedCode) {

        State state(Instant now) {
            if (failedCode.isPresent()) {
                return State.FAILING;
            }
            return expiresAt.filter(now::isBefore).isPresent() ? State.OK : State.EXPIRED;
        }
    }

    enum State {
        OK,
        EXPIRED,
        FAILING
    }

    record LicenceFigures(int active, int trial, int expired, int none, Optional<Instant> nextEnd) {}

    record Failure(Instant at, String api, int code, long times) {}

    record Hour(Instant at, long callbacks, long calls, long errors) {}

    /** The worst first. */
    List<Finding> findings() {
        var all = new ArrayList<Finding>();
        tokens(all);
        callbacks(all);
        quota(all);
        drift.ifPresent(found -> all.add(
                found.differences().values().stream().allMatch(count -> count == 0)
                        ? Finding.good("drift-none")
                        : Finding.watch("drift-repaired", differences(found))));
        licences.ifPresent(found -> licences(all, found));
        errors(all);
        ticket(all);
        all.addAll(notes);
        all.sort(Comparator.comparing(Finding::level));
        return all;
    }

    boolean isTrouble() {
        return shape.connected() && findings().stream().anyMatch(finding -> finding.level() == Finding.Level.BAD);
    }

    /** Of the app's own token; the tickets of pages come and go with their readers. */
    State token() {
        return tokens.stream()
                .filter(token -> token.name().equals("access"))
                .findFirst()
                .map(token -> token.state(at))
                .orElse(State.EXPIRED);
    }

    int quotaUsedPercent() {
        return quota.stream()
                .mapToInt(used -> (int) Math.min(100, 100 * used.used() / Math.max(1, used.limit())))
                .max()
                .orElse(0);
    }

    static int differences(Drift drift) {
        return drift.differences().values().stream().mapToInt(Integer::intValue).sum();
    }

    static boolean isLate(Optional<Instant> ticketAt, Instant now) {
        return ticketAt.filter(at -> at.plus(TICKET_LATE).isAfter(now)).isEmpty();
    }

    private void tokens(List<Finding> all) {
        var failing = tokens.stream()
                .filter(token -> token.state(at) == State.FAILING)
                .findFirst();
        failing.ifPresentOrElse(
                token -> all.add(Finding.bad("token-failing", token.failedCode().orElse(0))),
                () -> all.add(Finding.good("tokens-good")));
    }

    private void callbacks(List<Finding> all) {
        if (traffic.failed() > 0) {
            all.add(Finding.bad("callbacks-failed", traffic.failed()));
        }
        if (traffic.lagMs() > STUCK_MS) {
            all.add(Finding.bad("callbacks-stuck", traffic.lagMs() / 60_000));
        } else if (traffic.lagMs() > SLOW_MS) {
            all.add(Finding.watch("callbacks-slow", traffic.lagMs() / 1_000));
        }
        if (traffic.lastAt().isEmpty()) {
            all.add(Finding.watch("callbacks-none"));
        } else if (traffic.lastAt().get().plus(QUIET).isBefore(at)) {
            all.add(Finding.watch("callbacks-quiet", QUIET.toDays()));
        } else if (traffic.failed() == 0 && traffic.lagMs() <= SLOW_MS) {
            all.add(Finding.good("callbacks-arrive"));
        }
    }

    private void quota(List<Finding> all) {
        int used = quotaUsedPercent();
        if (used >= 100) {
            all.add(Finding.bad("quota-used-up", quota.getFirst().api()));
        } else if (used >= NEARLY_FULL) {
            all.add(Finding.watch("quota-nearly-used", quota.getFirst().api(), used));
        }
    }

    private void licences(List<Finding> all, LicenceFigures found) {
        if (found.expired() > 0) {
            all.add(Finding.bad("licences-expired", found.expired()));
        }
        if (found.none() > 0) {
            all.add(Finding.watch("licences-none", found.none()));
        }
        found.nextEnd()
                .filter(end -> end.isBefore(at.plus(EXPIRING)))
                .ifPresent(end -> all.add(Finding.watch(
                        "licences-expiring",
                        Math.max(0, Duration.between(at, end).toDays()))));
    }

    private void errors(List<Finding> all) {
        var recent = failures.stream()
                .filter(failure -> failure.at().plus(RECENT).isAfter(at))
                .toList();
        if (recent.size() >= MANY_ERRORS) {
            all.add(Finding.watch("many-errors", recent.size()));
        }
        recent.stream()
                .filter(failure -> failure.code() == 60020)
                .findFirst()
                .ifPresent(failure -> all.add(Finding.bad("address-not-trusted")));
    }

    private void ticket(List<Finding> all) {
        if (shape.hosted() && isLate(ticketAt, at)) {
            all.add(Finding.bad("suite-ticket-late"));
        }
    }
}
