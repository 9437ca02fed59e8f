package io.tilth.directory.notice;

import io.tilth.directory.MemberId;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the postman once what he should bring is committed, on this node and at once: what somebody reads at this moment
 * is worth little in a minute. What is left behind, by a crash or by quiet hours, the job finds.
 */
@Component
class Post {

    private static final Logger log = LoggerFactory.getLogger(Post.class);

    /** So that a burst leaves connections to everybody else. */
    private static final int AT_ONCE = 6;

    private final ObjectProvider<Postman> postman; // he needs those who wake him
    private final Set<Round> asked = ConcurrentHashMap.newKeySet();
    private final Semaphore hands = new Semaphore(AT_ONCE);

    Post(ObjectProvider<Postman> postman) {
        this.postman = postman;
    }

    /** Once the current transaction has committed. */
    void wake(MemberId member) {
        var round = new Round(TenantScope.current(), member);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    start(round);
                }
            }
        });
    }

    void start(Round round) {
        if (asked.add(round)) {
            Thread.ofVirtual().name("postman").start(() -> walk(round));
        }
    }

    private void walk(Round round) {
        hands.acquireUninterruptibly();
        try {
            asked.remove(round); // whoever asks from here on is not in this walk
            postman.getObject().deliver(round.tenant(), round.member());
        } catch (RuntimeException failure) {
            log.warn("Messages of tenant {} have to wait: {}", round.tenant().value(), failure.getMessage());
        } finally {
            hands.release();
        }
    }

    record Round(TenantId tenant, MemberId member) {}
}
