package io.tilth.customer.wish;

import io.tilth.customer.FollowId;
import io.tilth.customer.FollowWishes;
import io.tilth.customer.TagId;
import io.tilth.customer.wish.WishQueue.Order;
import io.tilth.directory.Members;
import io.tilth.kernel.AfterCommit;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is noted of wishes before and after WeCom is asked; each step commits for itself. */
@Service
@Transactional
class WishService implements FollowWishes {

    private static final Duration OLD = Duration.ofMinutes(10);

    private final WishRepository wishes;
    private final WishQueue queue;
    private final ObjectProvider<Wisher> wisher; // asked for late: it needs this service
    private final Members members;
    private final Clock clock;

    WishService(WishRepository wishes, WishQueue queue, ObjectProvider<Wisher> wisher, Members members, Clock clock) {
        this.wishes = wishes;
        this.queue = queue;
        this.wisher = wisher;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public void wish(FollowId follow, Collection<TagId> tags, Optional<String> remark) {
        if (tags.isEmpty() && remark.isEmpty()) {
            return;
        }
        var order = new Order(TenantScope.current(), Ids.next());
        wishes.insert(order.wish(), follow, tags, remark, clock.instant());
        queue.add(order);
        AfterCommit.run(() -> wisher.getObject().begin(order));
    }

    /** Empty when there is nothing left to do. */
    Optional<Wish> take(UUID id) {
        var found = wishes.find(id);
        found.ifPresentOrElse(wish -> wishes.tried(id), () -> wishes.delete(id));
        return found;
    }

    String userId(Wish wish) {
        return members.find(wish.member()).orElseThrow().userId();
    }

    void done(Wish wish, Optional<String> remark) {
        if (!wish.tags().isEmpty()) {
            wishes.putOn(wish.follow(), wish.tags().stream().map(Wish.Tag::id).toList());
        }
        remark.ifPresent(text -> wishes.remark(wish.follow(), text));
        wishes.delete(wish.id());
    }

    void giveUp(Wish wish) {
        wishes.delete(wish.id());
    }

    @Transactional(readOnly = true)
    List<UUID> forgotten() {
        return wishes.before(clock.instant().minus(OLD));
    }
}
