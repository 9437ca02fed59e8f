package io.tilth.customer.follow;

import static java.util.Objects.requireNonNull;

import io.tilth.customer.ExternalContactAdded;
import io.tilth.customer.ExternalContactAdded.Beginning;
import io.tilth.customer.FollowEnded;
import io.tilth.customer.FollowEnded.Reason;
import io.tilth.customer.Timeline;
import io.tilth.customer.TransferFailed;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CompanyId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in news of friendships, many at once with a handful of statements. */
@Service
@Transactional
class FollowNewsService {

    private final Members members;
    private final Acquaintances acquaintances;
    private final FollowRepository follows;
    private final CustomerPersonRepository persons;
    private final WantedRepository wanted;
    private final ProfileQueue queue;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowNewsService(
            Members members,
            Acquaintances acquaintances,
            FollowRepository follows,
            CustomerPersonRepository persons,
            WantedRepository wanted,
            ProfileQueue queue,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.acquaintances = acquaintances;
        this.follows = follows;
        this.persons = persons;
        this.wanted = wanted;
        this.queue = queue;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** @param news of one company, in the order of their time */
    void hear(CompanyId company, List<Callback> news) {
        var users = members.ofUsers(
                company, news.stream().map(FollowNewsService::user).distinct().toList());
        var identities = acquaintances.touch(
                company, news.stream().map(FollowNewsService::external).collect(Collectors.toSet()));
        boolean onlyEdits = news.stream().allMatch(one -> one.change().equals("edit_external_contact"));
        var changes = new FollowChanges(onlyEdits ? List.of() : follows.of(identities.values()));
        for (var one : news) {
            hear(one, requireNonNull(identities.get(external(one))), requireNonNull(users.get(user(one))), changes);
        }
        store(company, changes);
        wanted.want(company, identities.values(), clock.instant());
        queue.wake(company);
    }

    private void hear(Callback news, Identity identity, MemberId member, FollowChanges changes) {
        switch (news.change()) {
            case "add_external_contact" -> begin(news, false, identity, member, changes);
            case "add_half_external_contact" -> begin(news, true, identity, member, changes);
            case "del_external_contact" -> end(news, byMember(news), changes.of(identity, member), changes);
            case "del_follow_user" -> end(news, Reason.DELETED_BY_CUSTOMER, changes.of(identity, member), changes);
            case "transfer_fail" -> fail(news, changes.of(identity, member), changes);
            default -> {} // an edit: the profile will tell what changed
        }
    }

    private void begin(Callback news, boolean half, Identity identity, MemberId member, FollowChanges changes) {
        var before = changes.of(identity, member);
        var now = before.begun(news.at(), half);
        changes.put(before, now);
        changes.happened(news.at(), half ? "follow.half-begun" : "follow.begun", now, Map.of());
        if (before.isNewBeginning(news.at())) {
            changes.say(new ExternalContactAdded(
                    news.company(),
                    identity.customer(),
                    now.id(),
                    member,
                    news.find("State"),
                    news.find("WelcomeCode"),
                    half,
                    beginning(before, now, changes.of(identity)),
                    news.at()));
        }
    }

    /** @param all the customer's follows, with this one */
    private static Beginning beginning(Follow before, Follow now, List<Follow> all) {
        if (before.isActive() && before.half() && !now.half()) {
            return Beginning.COMPLETED;
        }
        boolean known = before.begunAt().isPresent()
                || before.ended().isPresent()
                || all.stream().anyMatch(one -> !one.id().equals(now.id()));
        return known ? Beginning.NEW_FRIENDSHIP : Beginning.NEW_CUSTOMER;
    }

    private static void end(Callback news, Reason reason, Follow before, FollowChanges changes) {
        var now = before.ended(reason, news.at());
        changes.put(before, now);
        changes.happened(news.at(), "follow.ended", now, Map.of("reason", reason.name()));
        if (before.isActive() && !now.isActive()) {
            changes.say(new FollowEnded(now.customer(), now.id(), now.member(), reason, news.at()));
        }
    }

    private static void fail(Callback news, Follow follow, FollowChanges changes) {
        var reason = news.find("FailReason").orElse("");
        changes.happened(news.at(), "transfer.failed", follow, Map.of("reason", reason));
        changes.say(new TransferFailed(follow.customer(), follow.member(), reason, news.at()));
    }

    private void store(CompanyId company, FollowChanges changes) {
        if (!changes.changed().isEmpty()) {
            follows.store(changes.changed());
        }
        if (!changes.moved().isEmpty()) {
            persons.refresh(company, changes.moved());
        }
        if (!changes.entries().isEmpty()) {
            timeline.add(changes.entries());
        }
        changes.events().forEach(events::publishEvent);
    }

    private static Reason byMember(Callback news) {
        boolean transferred =
                news.find("Source").filter("DELETE_BY_TRANSFER"::equals).isPresent();
        return transferred ? Reason.TRANSFERRED : Reason.DELETED_BY_MEMBER;
    }

    private static String user(Callback news) {
        return news.need("UserID");
    }

    private static String external(Callback news) {
        return news.need("ExternalUserID");
    }
}
