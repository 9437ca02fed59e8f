package io.tilth.access.support;

import io.tilth.access.SupportVisits;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers sessions; kept apart from the requests' own service, which asks sessions to end. */
@Service
@Transactional(readOnly = true)
class SupportVisitService implements SupportVisits {

    private final SupportRepository requests;
    private final Clock clock;

    SupportVisitService(SupportRepository requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public Optional<Visit> current(UUID requestId) {
        return requests.find(requestId).flatMap(request -> request.visit(clock.instant()));
    }
}
