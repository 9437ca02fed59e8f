package io.tilth.customer.inheritance;

import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomTransfers.Hand;
import io.tilth.wecom.WecomTransfers.Result;
import io.tilth.wecom.WecomTransfers.Results;
import io.tilth.wecom.WecomTransfers.Started;
import io.tilth.wecom.WecomTransfers.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hands over as the platform does: after a day, unless the customer refuses or the heir is full. */
class PlayedTransfers {

    final Map<String, Integer> codes = new HashMap<>();
    final List<Integer> sizes = new ArrayList<>();
    final Map<String, Instant> begun = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> full = new HashSet<>();
    private final Clock clock;
    boolean dieAfterDoing;

    PlayedTransfers(Clock clock) {
        this.clock = clock;
    }

    void refuse(String customer) {
        refused.add(customer);
    }

    void full(String customer) {
        full.add(customer);
    }

    List<Started> begin(Hand hand, List<String> customers) {
        sizes.add(customers.size());
        var started = customers.stream()
                .map(id -> new Started(id, codes.getOrDefault(id, 0)))
                .toList();
        started.stream().filter(one -> one.code() == 0).forEach(one -> {
            if (begun.put(one.id(), clock.instant()) != null) {
                throw new AssertionError(one.id() + " was handed over twice");
            }
        });
        if (dieAfterDoing) {
            throw new WecomRefusal("externalcontact/transfer_customer", 0, WecomRefusal.Kind.BUSY, "connection lost");
        }
        return started;
    }

    List<Started> groups(List<String> chats) {
        return chats.stream()
                .map(id -> new Started(id, codes.getOrDefault(id, 0)))
                .toList();
    }

    /** A hundred to a page, so that pages are walked. */
    Results results(Hand hand, Optional<String> cursor) {
        int from = cursor.map(Integer::parseInt).orElse(0);
        var all = begun.keySet().stream().sorted().toList();
        int to = Math.min(all.size(), from + 100);
        return new Results(
                all.subList(from, to).stream().map(this::result).toList(),
                to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
    }

    private Result result(String customer) {
        var due = begun.get(customer).plus(Duration.ofHours(24));
        var state = refused.contains(customer)
                ? State.REFUSED
                : full.contains(customer) ? State.AT_LIMIT : clock.instant().isBefore(due) ? State.WAITING : State.DONE;
        return new Result(customer, state, Optional.of(due));
    }
}
