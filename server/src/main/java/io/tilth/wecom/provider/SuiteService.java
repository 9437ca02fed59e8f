package io.tilth.wecom.provider;

import io.tilth.wecom.WecomSettings;
import io.tilth.wecom.provider.SuiteRepository.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class SuiteService {

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration MARGIN = Duration.ofSeconds(200);

    private final SuiteRepository suites;
    private final String suite;
    private final Clock clock;

    SuiteService(SuiteRepository suites, WecomSettings settings, Clock clock) {
        this.suites = suites;
        this.suite = settings.suite().id();
        this.clock = clock;
    }

    public void keepTicket(String ticket) {
        suites.keepTicket(suite, ticket, clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<String> ticket() {
        return suites.ticket(suite);
    }

    @Transactional(readOnly = true)
    public Optional<Instant> ticketAt() {
        return suites.ticketAt(suite);
    }

    /** @param stale a token that WeCom did not take, if one was tried */
    public Claim claim(SuiteToken name, UUID by, @Nullable String stale) {
        var now = clock.instant();
        var row = suites.hold(suite, name);
        var usable = row.held()
                .filter(held -> now.isBefore(held.expiresAt().minus(MARGIN))
                        && !held.text().equals(stale));
        if (usable.isPresent()) {
            return new Claim(usable, false);
        }
        if (row.leaseUntil().filter(now::isBefore).isPresent()) {
            return new Claim(Optional.empty(), false);
        }
        suites.lease(suite, name, by, now.plus(LEASE));
        return new Claim(Optional.empty(), true);
    }

    public void keep(SuiteToken name, UUID by, Optional<Held> token) {
        suites.keep(suite, name, by, token);
    }

    /** @param mine whether the caller is to fetch one; without that and a token somebody else is fetching */
    record Claim(Optional<Held> token, boolean mine) {}
}
