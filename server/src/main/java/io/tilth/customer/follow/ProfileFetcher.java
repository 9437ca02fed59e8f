package io.tilth.customer.follow;

import io.tilth.customer.CustomerTags;
import io.tilth.customer.follow.ProfileQueue.Order;
import io.tilth.customer.follow.WantedRepository.Wanted;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.WecomCustomers;
import io.tilth.wecom.WecomRefusal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks WeCom for the profiles that are wanted, several at a time, outside any transaction. */
@Component
class ProfileFetcher {

    private static final Logger log = LoggerFactory.getLogger(ProfileFetcher.class);

    private static final int AT_ONCE = 8;
    private static final int ROUND = 64;
    private static final Duration TURN = Duration.ofSeconds(20);

    private final TenantVisits visits;
    private final WantedProfileService wanted;
    private final CustomerTags tags;
    private final WecomCustomers wecom;
    private final Clock clock;

    ProfileFetcher(
            TenantVisits visits, WantedProfileService wanted, CustomerTags tags, WecomCustomers wecom, Clock clock) {
        this.visits = visits;
        this.wanted = wanted;
        this.tags = tags;
        this.wecom = wecom;
        this.clock = clock;
    }

    /** Works for a while, so that others have a turn too; false when there was nothing to do. */
    boolean fetch(Order order) {
        var until = clock.instant().plus(TURN);
        boolean worked = visits.apart(order.tenant(), () -> tags.refresh(order.company()));
        for (var round = due(order); !round.isEmpty(); round = due(order)) {
            fetch(order, round);
            worked = true;
            if (clock.instant().isAfter(until)) {
                break;
            }
        }
        return worked;
    }

    private List<Wanted> due(Order order) {
        return visits.apart(order.tenant(), () -> wanted.due(order.company(), ROUND));
    }

    private void fetch(Order order, List<Wanted> round) {
        var asked = clock.instant();
        var answers = new ArrayList<Seen>();
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var asking = round.stream()
                    .map(one -> threads.submit((Callable<Optional<Seen>>) () -> ask(order, one)))
                    .toList();
            asking.forEach(answer -> join(answer).ifPresent(answers::add));
        }
        if (!answers.isEmpty()) {
            visits.apart(order.tenant(), () -> wanted.settle(order.company(), answers, asked));
        }
    }

    private Optional<Seen> ask(Order order, Wanted one) {
        try {
            return Optional.of(visits.apart(
                    order.tenant(),
                    () -> Seen.whole(
                            one.externalUserId(), one.news(), wecom.find(order.company(), one.externalUserId()))));
        } catch (RuntimeException failure) {
            if (!(failure instanceof WecomRefusal)) {
                log.error("A profile could not be asked for.", failure);
            }
            // Whatever it was, it waits a while: due again at once, it would be asked for in a circle.
            visits.apart(order.tenant(), () -> wanted.fail(one, failure));
            return Optional.empty();
        }
    }

    private static Optional<Seen> join(Future<Optional<Seen>> answer) {
        try {
            return answer.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failure) {
            log.error("A profile could not be asked for.", failure.getCause());
            return Optional.empty();
        }
    }
}
