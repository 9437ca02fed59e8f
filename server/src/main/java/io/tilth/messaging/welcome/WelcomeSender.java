package io.tilth.messaging.welcome;

import io.tilth.kernel.TenantVisits;
import io.tilth.messaging.welcome.WaitingWelcomeRepository.Waiting;
import io.tilth.messaging.welcome.Welcome.Reason;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import io.tilth.wecom.WelcomeMessages;
import io.tilth.wecom.WelcomeMessages.Greeting;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends welcomes, each in a thread of its own: what is slow in one company must not eat another's 20 seconds. A code
 * greets once at WeCom's, so a try whose answer was lost may be made again.
 */
@Component
class WelcomeSender {

    private static final int DEAD_MEDIA = 40007;
    private static final Logger log = LoggerFactory.getLogger(WelcomeSender.class);
    private static final int AT_ONCE = 200;
    private static final int USED = 41051;
    private static final int INVALID = 41050;

    /** A token is fetched anew in that time; WeCom's patience with a wrong secret is short. */
    private static final Duration MENDED = Duration.ofSeconds(5);

    private final TenantVisits visits;
    private final WelcomeService welcomes;
    private final WelcomeContent content;
    private final WelcomeMessages wecom;
    private final Clock clock;
    private final Semaphore room = new Semaphore(AT_ONCE);

    WelcomeSender(
            TenantVisits visits, WelcomeService welcomes, WelcomeContent content, WelcomeMessages wecom, Clock clock) {
        this.visits = visits;
        this.welcomes = welcomes;
        this.content = content;
        this.wecom = wecom;
        this.clock = clock;
    }

    /** Does not wait; what finds no room, or meets a failure, is taken up at the next look. */
    void begin(Waiting waiting) {
        if (room.tryAcquire()) {
            Thread.ofVirtual().name("welcome").start(() -> {
                try {
                    send(waiting);
                } finally {
                    room.release();
                }
            });
        }
    }

    void send(Waiting waiting) {
        try {
            visits.apart(waiting.tenant(), () -> {
                welcomes.take(waiting).ifPresent(this::send);
                return true;
            });
        } catch (RuntimeException failure) {
            log.warn("A welcome of tenant {} has to wait.", waiting.tenant().value(), failure);
        }
    }

    private void send(Welcome welcome) {
        // One that may be sent is asked for even so: WeCom alone knows whether the customer has it.
        if (welcome.isTooLate(clock.instant()) && !welcome.mayBeSent()) {
            welcomes.missed(welcome, Reason.LATE);
            return;
        }
        try {
            var greeting = content.of(welcome);
            if (greeting.text().isEmpty() && greeting.pieces().isEmpty()) {
                welcomes.missed(welcome, Reason.EMPTY);
            } else {
                send(welcome, greeting);
            }
        } catch (WecomRefusal beforehand) {
            settle(welcome, beforehand, true);
        }
    }

    private void send(Welcome welcome, Greeting greeting) {
        try {
            welcomes.sent(welcome, deliver(welcome, greeting));
        } catch (WecomRefusal refusal) {
            if (refusal.code() == USED && welcomes.mayBeSentByAnother(welcome)) {
                welcomes.sent(welcome, Optional.empty());
            } else {
                settle(welcome, refusal, refusal.code() != 0);
            }
        }
    }

    /** @return what was left out of it */
    private Optional<String> deliver(Welcome welcome, Greeting greeting) {
        if (accepts(welcome, greeting)) {
            return Optional.empty();
        }
        var anew = content.anew(welcome);
        if (accepts(welcome, anew)) {
            return Optional.empty();
        }
        var rest = anew.withoutMedia();
        if (rest.text().isEmpty() && rest.pieces().isEmpty()) {
            throw new WecomRefusal("externalcontact/send_welcome_msg", DEAD_MEDIA, Kind.REQUEST, "nothing is left");
        }
        wecom.send(welcome.company(), welcome.code().orElseThrow(), rest);
        return Optional.of(Reason.WITHOUT_MEDIA);
    }

    /** False when WeCom does not know one of the pictures. */
    private boolean accepts(Welcome welcome, Greeting greeting) {
        try {
            wecom.send(welcome.company(), welcome.code().orElseThrow(), greeting);
            return true;
        } catch (WecomRefusal refusal) {
            if (refusal.code() != DEAD_MEDIA) {
                throw refusal;
            }
            return false;
        }
    }

    /** @param answered whether WeCom has said that it did not send it */
    private void settle(Welcome welcome, WecomRefusal refusal, boolean answered) {
        var now = clock.instant();
        boolean late = welcome.isTooLate(now);
        // A request that is wrong stays wrong. Anything else may pass, and calling it missed would be a guess while the
        // customer may have it: so WeCom is asked until it answers.
        boolean inVain = refusal.kind() == Kind.REQUEST
                || welcome.isBygone(now)
                || late && answered && !welcomes.mayBeSentByAnother(welcome);
        if (inVain) {
            welcomes.missed(welcome, reason(refusal, late));
        } else {
            welcomes.again(welcome, answered, refusal.kind() == Kind.CONNECTION ? MENDED : refusal.after());
        }
    }

    private static String reason(WecomRefusal refusal, boolean late) {
        return switch (refusal.kind()) {
            case BUSY, OVER_LIMIT -> Reason.UNREACHABLE;
            default -> late && refusal.code() == INVALID ? Reason.LATE : String.valueOf(refusal.code());
        };
    }
}
