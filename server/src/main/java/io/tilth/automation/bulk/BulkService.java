package io.tilth.automation.bulk;

import io.tilth.automation.Reminders;
import io.tilth.automation.bulk.BulkController.BulkOrder;
import io.tilth.automation.bulk.BulkController.Outcome;
import io.tilth.customer.CustomerId;
import io.tilth.customer.CustomerTags;
import io.tilth.customer.FollowId;
import io.tilth.customer.FollowWishes;
import io.tilth.customer.Follows;
import io.tilth.customer.Follows.Friendship;
import io.tilth.customer.StageId;
import io.tilth.customer.Stages;
import io.tilth.customer.TagId;
import io.tilth.customer.VisibleCustomers;
import io.tilth.directory.MemberId;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class BulkService {

    private final VisibleCustomers customers;
    private final VisibleMembers visible;
    private final Follows follows;
    private final FollowWishes wishes;
    private final CustomerTags tags;
    private final Stages stages;
    private final Reminders reminders;

    BulkService(
            VisibleCustomers customers,
            VisibleMembers visible,
            Follows follows,
            FollowWishes wishes,
            CustomerTags tags,
            Stages stages,
            Reminders reminders) {
        this.customers = customers;
        this.visible = visible;
        this.follows = follows;
        this.wishes = wishes;
        this.tags = tags;
        this.stages = stages;
        this.reminders = reminders;
    }

    /** What became of each; who is left out was not found. */
    Map<CustomerId, Outcome> work(BulkOrder order) {
        var seen = customers.among(order.ids());
        return switch (order.deed()) {
            case TAG -> tag(seen, given(order.tagId(), "tag-not-found"));
            case STAGE -> move(seen, given(order.stageId(), "stage-not-found"));
            case REMIND -> remind(seen, given(order.remindAt(), "today-reminder-out-of-range"));
        };
    }

    private static <T> T given(@Nullable T value, String code) {
        if (value == null) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, code);
        }
        return value;
    }

    private Map<CustomerId, Outcome> move(Set<CustomerId> seen, StageId stage) {
        Refusal.unless(stages.all().stream().anyMatch(one -> one.id().equals(stage)), "stage-not-found");
        var there = stages.of(seen);
        var others = seen.stream()
                .filter(id -> Optional.ofNullable(there.get(id))
                        .filter(now -> now.id().equals(stage))
                        .isEmpty())
                .collect(Collectors.toSet());
        stages.move(others, stage, Stages.BY_HAND);
        return outcomes(seen, others, Outcome.ALREADY);
    }

    private Map<CustomerId, Outcome> remind(Set<CustomerId> seen, Instant at) {
        return outcomes(seen, reminders.remind(seen, at), Outcome.NO_FRIEND);
    }

    private static Map<CustomerId, Outcome> outcomes(Set<CustomerId> seen, Set<CustomerId> changed, Outcome others) {
        return seen.stream().collect(Collectors.toMap(id -> id, id -> changed.contains(id) ? Outcome.CHANGED : others));
    }

    /** A tag stands on a friendship: the caller's own, else the one in sight with the latest contact. */
    private Map<CustomerId, Outcome> tag(Set<CustomerId> seen, TagId tag) {
        var company = tags.company(tag).orElseThrow(() -> Refusal.of(Refusal.Kind.BROKEN_RULE, "tag-not-found"));
        var chosen = choose(seen, company);
        var carrying = tags.carrying(tag, chosen.values());
        var outcomes = new HashMap<CustomerId, Outcome>();
        seen.forEach(id -> outcomes.put(id, Outcome.NO_FRIEND));
        chosen.forEach((customer, follow) -> {
            boolean already = carrying.contains(follow);
            outcomes.put(customer, already ? Outcome.ALREADY : Outcome.CHANGED);
            if (!already) {
                wishes.wish(follow, List.of(tag), Optional.empty());
            }
        });
        return outcomes;
    }

    private Map<CustomerId, FollowId> choose(Collection<CustomerId> some, CompanyId company) {
        var sight = visible.ofCaller();
        var own = Caller.current().members().stream().map(MemberId::new).collect(Collectors.toSet());
        var chosen = new HashMap<CustomerId, FollowId>();
        follows.friendships(some)
                .forEach((customer, friends) -> friends.stream()
                        .filter(friend -> friend.active() && friend.company().equals(company))
                        .filter(friend -> sight.map(seen -> seen.contains(friend.member()))
                                .orElse(true))
                        .min(Comparator.comparing((Friendship friend) -> !own.contains(friend.member())))
                        .ifPresent(friend -> chosen.put(customer, friend.follow())));
        return chosen;
    }
}
