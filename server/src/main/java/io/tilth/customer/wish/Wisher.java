package io.tilth.customer.wish;

import io.tilth.customer.wish.WishQueue.Order;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.WecomCustomers;
import io.tilth.wecom.WecomCustomers.Remark;
import io.tilth.wecom.WecomRefusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells WeCom; doing it twice does no harm, so a try that was cut off is simply made again. */
@Component
class Wisher {

    private static final Logger log = LoggerFactory.getLogger(Wisher.class);
    private static final int AT_ONCE = 200;

    private final TenantVisits visits;
    private final WishService wishes;
    private final WecomCustomers wecom;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Wisher(TenantVisits visits, WishService wishes, WecomCustomers wecom) {
        this.visits = visits;
        this.wishes = wishes;
        this.wecom = wecom;
    }

    /** Does not wait; what finds no room is done by the scheduler. */
    void begin(Order order) {
        if (room.tryAcquire()) {
            Thread.ofVirtual().name("wish").start(() -> {
                try {
                    grant(order);
                } catch (RuntimeException failure) {
                    log.warn("A wish of tenant {} has to wait.", order.tenant().value(), failure);
                } finally {
                    room.release();
                }
            });
        }
    }

    /** Whether nothing is left to do. */
    boolean grant(Order order) {
        return visits.apart(
                order.tenant(), () -> wishes.take(order.wish()).map(this::grant).orElse(true));
    }

    private boolean grant(Wish wish) {
        try {
            tell(wish);
            return true;
        } catch (WecomRefusal refusal) {
            boolean pointless = refusal.kind() == WecomRefusal.Kind.REQUEST || wish.isHopeless();
            if (pointless) {
                log.info("WeCom does not take a tag or a remark: {}", refusal.getMessage());
                wishes.giveUp(wish);
            }
            return pointless;
        }
    }

    private void tell(Wish wish) {
        var user = wishes.userId(wish);
        if (!wish.tags().isEmpty()) {
            var tags = wish.tags().stream().map(Wish.Tag::wecomId).toList();
            wecom.tag(wish.company(), user, wish.externalUserId(), tags, List.of());
        }
        var remark = wish.remark(name(wish));
        remark.ifPresent(text -> wecom.remark(
                wish.company(),
                user,
                wish.externalUserId(),
                new Remark(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty())));
        wishes.done(wish, remark);
    }

    /** Within the first second nobody may have asked what the customer is called. */
    private String name(Wish wish) {
        return wish.needsName()
                ? wecom.find(wish.company(), wish.externalUserId())
                        .map(profile -> profile.contact().name())
                        .orElse("")
                : wish.name();
    }
}
