package io.tilth.automation.firstreply;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Customers;
import io.tilth.customer.ExternalContactAdded;
import io.tilth.customer.ExternalContactAdded.Beginning;
import io.tilth.customer.Follows;
import io.tilth.customer.Follows.Friendship;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.directory.Notice;
import io.tilth.directory.Notices;
import io.tilth.directory.Rests;
import io.tilth.tracking.WorkTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clock of new friends from acquisition links: the member first, then the spare, then the manager. */
@Service
@Transactional
class FirstReplyService {

    /** 获客链接, as WeCom numbers the ways to add. */
    private static final int BY_LINK = 16;

    private static final Duration LATE = Duration.ofHours(1);

    private final FirstReplyRepository replies;
    private final WorkTime work;
    private final Follows follows;
    private final Customers customers;
    private final Members members;
    private final Rests rests;
    private final Notices notices;
    private final Clock clock;

    FirstReplyService(
            FirstReplyRepository replies,
            WorkTime work,
            Follows follows,
            Customers customers,
            Members members,
            Rests rests,
            Notices notices,
            Clock clock) {
        this.replies = replies;
        this.work = work;
        this.follows = follows;
        this.customers = customers;
        this.members = members;
        this.rests = rests;
        this.notices = notices;
        this.clock = clock;
    }

    /** By which way somebody came is known only once WeCom was asked: the clock starts for all, and runs out for some. */
    void begin(ExternalContactAdded added) {
        boolean fresh = added.beginning() != Beginning.COMPLETED
                && added.at().plus(LATE).isAfter(clock.instant());
        if (fresh) {
            work.firstReply()
                    .ifPresent(patience -> replies.begin(new FirstReply(
                            added.follow(),
                            added.customer(),
                            added.member(),
                            added.at(),
                            work.after(added.at(), patience),
                            0)));
        }
    }

    void look() {
        var now = clock.instant();
        var due = replies.due(now);
        if (due.isEmpty()) {
            return;
        }
        var friends = follows.friendships(due.stream().map(FirstReply::customer).toList());
        var patience = work.firstReply();
        for (var reply : due) {
            var waits = friends.getOrDefault(reply.customer(), List.of()).stream()
                    .filter(friend -> friend.follow().equals(reply.follow()))
                    .anyMatch(friend -> waits(friend, reply.begunAt()));
            if (waits && patience.isPresent()) {
                tell(reply, now, patience.get());
            } else {
                replies.end(List.of(reply.follow()));
            }
        }
    }

    void join(CustomerId gone, CustomerId into) {
        replies.join(gone, into);
    }

    private static boolean waits(Friendship friend, Instant begunAt) {
        return friend.active()
                && friend.addWay() == BY_LINK
                && friend.latestContact().filter(begunAt::isBefore).isEmpty();
    }

    private void tell(FirstReply reply, Instant now, Duration patience) {
        var to = reply.step() == 0 ? spare(reply.member(), now) : rests.manager(reply.member());
        to.ifPresent(member -> notices.tell(member, notice(reply)));
        if (reply.step() == 0) {
            replies.move(reply.next(work.after(now, patience)));
        } else {
            replies.end(List.of(reply.follow()));
        }
    }

    private Optional<MemberId> spare(MemberId member, Instant now) {
        return rests.spare(member)
                .filter(one -> rests.resting(List.of(one), now).isEmpty());
    }

    private Notice notice(FirstReply reply) {
        var name = customers.names(List.of(reply.customer())).getOrDefault(reply.customer(), "");
        var member = members.find(reply.member()).map(Member::name).orElse("");
        return new Notice(
                "friend.waiting",
                Map.of("case", reply.step() == 0 ? "SPARE" : "MANAGER", "customer", name, "member", member),
                reply.step() == 0 ? "/w" : "/w/shop",
                Optional.of("friend.waiting/" + reply.follow().value()),
                Notice.Urgency.NOW);
    }
}
