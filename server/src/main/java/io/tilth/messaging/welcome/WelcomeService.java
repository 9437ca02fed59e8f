package io.tilth.messaging.welcome;

import io.tilth.customer.Timeline;
import io.tilth.customer.Timeline.Entry;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantScope;
import io.tilth.messaging.Welcomes;
import io.tilth.messaging.welcome.WaitingWelcomeRepository.Waiting;
import io.tilth.messaging.welcome.Welcome.Reason;
import io.tilth.messaging.welcome.Welcome.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is noted of each welcome before and after WeCom is asked; each step commits for itself. */
@Service
@Transactional
class WelcomeService implements Welcomes {

    /** How long the node that took the add has for itself, and how long a try may go unanswered. */
    private static final Duration HEAD_START = Duration.ofSeconds(2);

    private static final Duration TRY = Duration.ofSeconds(5);
    private static final Duration SHORTLY = Duration.ofMillis(500);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final WelcomeRepository welcomes;
    private final WaitingWelcomeRepository waiting;
    private final WelcomeShareService shares;
    private final WelcomeNews news;
    private final ObjectProvider<WelcomeSender> sender; // asked for late: it needs this service
    private final Timeline timeline;
    private final Clock clock;

    WelcomeService(
            WelcomeRepository welcomes,
            WaitingWelcomeRepository waiting,
            WelcomeShareService shares,
            WelcomeNews news,
            ObjectProvider<WelcomeSender> sender,
            Timeline timeline,
            Clock clock) {
        this.welcomes = welcomes;
        this.waiting = waiting;
        this.shares = shares;
        this.news = news;
        this.sender = sender;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public void greet(Greeting greeting) {
        var welcome = welcome(greeting);
        if (greeting.code().isPresent()) {
            queue(welcome);
        } else if (!greeting.completes()) {
            miss(welcome, Reason.NO_CODE);
        }
    }

    /** Takes it up, unless somebody else does, it is settled, or another of this friendship comes first. */
    Optional<Welcome> take(Waiting read) {
        var now = clock.instant();
        if (!waiting.take(read, micros(now.plus(TRY)))) {
            return Optional.empty();
        }
        var found = welcomes.findAndLock(read.id()).filter(one -> one.state() == State.QUEUED);
        if (found.isEmpty()) {
            waiting.delete(read.id());
            return Optional.empty();
        }
        var welcome = found.get();
        var before = welcome.completes() ? welcomes.before(welcome) : Optional.<State>empty();
        if (before.equals(Optional.of(State.SENT))) {
            welcomes.delete(welcome.id());
            waiting.delete(welcome.id());
            return Optional.empty();
        }
        if (before.equals(Optional.of(State.QUEUED)) && !welcome.isTooLate(now)) {
            waiting.move(welcome.id(), micros(now.plus(SHORTLY)));
            return Optional.empty();
        }
        welcomes.tried(welcome.id());
        return found;
    }

    /** @param without what had to be left out of it */
    void sent(Welcome welcome, Optional<String> without) {
        if (welcomes.finish(welcome.id(), State.SENT, without, clock.instant())) {
            shares.sent(welcome);
            note(welcome, "welcome.sent", Map.of());
        }
        waiting.delete(welcome.id());
    }

    void missed(Welcome welcome, String reason) {
        if (welcomes.finish(welcome.id(), State.MISSED, Optional.of(reason), clock.instant())) {
            shares.missed(welcome);
            tell(welcome, reason);
        }
        waiting.delete(welcome.id());
    }

    /**
     * WeCom could not be asked, or did not answer: soon once more, or in a while when it is no longer pressing.
     *
     * @param answered whether WeCom has said that it did not send it
     * @param after before then asking is in vain
     */
    void again(Welcome welcome, boolean answered, Duration after) {
        if (answered) {
            welcomes.answered(welcome.id());
        }
        var now = clock.instant();
        var soon = after.compareTo(SHORTLY) < 0 ? SHORTLY : after.compareTo(TRY) < 0 ? after : TRY;
        waiting.move(welcome.id(), micros(now.plus(welcome.isTooLate(now) ? LATER : soon)));
    }

    /**
     * Whether another try than this one, of this node or another, may have sent it: one that was held up goes on beside
     * those that were made in its stead.
     */
    @Transactional(readOnly = true)
    boolean mayBeSentByAnother(Welcome welcome) {
        return welcomes.unanswered(welcome.id()) > 1;
    }

    /** What no node works on, of all tenants. */
    @Transactional(readOnly = true)
    public List<Waiting> due(int most) {
        return waiting.due(clock.instant(), most);
    }

    private void queue(Welcome welcome) {
        if (!welcomes.insert(welcome, Optional.empty())) {
            return;
        }
        var entry = new Waiting(
                welcome.id(), TenantScope.current(), micros(clock.instant().plus(HEAD_START)));
        waiting.insert(entry);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sender.getObject().begin(entry);
            }
        });
    }

    private void miss(Welcome welcome, String reason) {
        var missed = new Welcome(
                welcome.id(),
                welcome.company(),
                welcome.customer(),
                welcome.follow(),
                welcome.member(),
                welcome.addedAt(),
                welcome.completes(),
                Optional.empty(),
                welcome.words(),
                State.MISSED,
                0,
                0);
        if (welcomes.insert(missed, Optional.of(reason))) {
            tell(missed, reason);
        }
    }

    private void tell(Welcome welcome, String reason) {
        note(welcome, "welcome.missed", Map.of("reason", reason));
        news.missed(welcome);
    }

    private void note(Welcome welcome, String kind, Map<String, ?> detail) {
        var id = Timeline.id(clock.instant(), kind + "/" + welcome.id());
        timeline.add(List.of(new Entry(id, welcome.customer(), kind, Optional.of(welcome.member()), detail)));
    }

    private static Welcome welcome(Greeting greeting) {
        return new Welcome(
                Ids.next(),
                greeting.company(),
                greeting.customer(),
                greeting.follow(),
                greeting.member(),
                greeting.at(),
                greeting.completes(),
                greeting.code(),
                greeting.words(),
                State.QUEUED,
                0,
                0);
    }

    /** As the database keeps it, so that what was read is found again. */
    private static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
