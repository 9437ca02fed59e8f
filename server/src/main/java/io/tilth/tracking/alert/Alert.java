package io.tilth.tracking.alert;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.tracking.AlertId;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.VisitId;
import io.tilth.tracking.VisitMoved;
import io.tilth.tracking.VisitMoved.Deed;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer who reads something, and the member who should turn to them, 访客提醒.
 *
 * @param member who has to answer it now
 * @param step how far it was handed over
 * @param dueAt when it is handed over unless somebody answers
 * @param push how it reached the member
 */
record Alert(
        AlertId id,
        CustomerId customer,
        MemberId member,
        AlertLevel level,
        AlertCause cause,
        Certainty certainty,
        Reading reading,
        Instant openedAt,
        Instant movedAt,
        AlertState state,
        Optional<Instant> contactedAt,
        int step,
        Optional<Instant> dueAt,
        Push push) {

    /** What is being read, and how far. */
    record Reading(
            VisitId visit,
            ShareId share,
            MaterialId material,
            boolean priced,
            Deed deed,
            int seconds,
            int percent,
            Optional<Integer> page,
            Optional<Integer> quietDays,
            int forwardReaders) {

        static Reading of(VisitMoved moved) {
            return new Reading(
                    moved.visit(),
                    moved.share(),
                    moved.material(),
                    moved.priced(),
                    moved.deed(),
                    moved.seconds(),
                    moved.percent(),
                    moved.page(),
                    moved.quietDays(),
                    moved.deed() == Deed.FORWARD_READ ? 1 : 0);
        }

        /** The same reading a while later, or another one of the same customer, which is shown from now on. */
        Reading then(VisitMoved moved) {
            boolean forward = moved.deed() == Deed.FORWARD_READ;
            boolean same = moved.visit().equals(visit);
            return new Reading(
                    moved.visit(),
                    moved.share(),
                    moved.material(),
                    moved.priced(),
                    moved.deed() == Deed.ENDED && same ? deed : moved.deed(),
                    forward && same ? seconds : same ? Math.max(seconds, moved.seconds()) : moved.seconds(),
                    forward && same ? percent : same ? Math.max(percent, moved.percent()) : moved.percent(),
                    moved.page().or(() -> same ? page : Optional.empty()),
                    moved.quietDays().or(() -> same ? quietDays : Optional.empty()),
                    forwardReaders + (forward ? 1 : 0));
        }
    }

    /**
     * @param counts whether it counts towards the member's caps
     * @param digestAt in which digest it will stand
     */
    record Push(Optional<Instant> at, boolean counts, Optional<Instant> digestAt) {

        static Push now(Instant now, boolean counts) {
            return new Push(Optional.of(now), counts, Optional.empty());
        }

        static Push inDigest(Instant at) {
            return new Push(Optional.empty(), false, Optional.of(at));
        }
    }

    static Alert of(VisitMoved moved, CustomerId customer, Trigger trigger, MemberId member, Instant now) {
        return of(AlertId.next(), moved, customer, trigger, member, now);
    }

    static Alert of(AlertId id, VisitMoved moved, CustomerId customer, Trigger trigger, MemberId member, Instant now) {
        return new Alert(
                id,
                customer,
                member,
                trigger.level(),
                trigger.cause(),
                moved.certainty(),
                Reading.of(moved),
                now,
                now,
                AlertState.OPEN,
                Optional.empty(),
                0,
                Optional.empty(),
                new Push(Optional.empty(), false, Optional.empty()));
    }

    /** Whether news about its customer still belong to it. */
    boolean takes(VisitMoved moved, AlertSetting setting, Instant now) {
        boolean fresh = now.isBefore(movedAt.plusSeconds(setting.mergeMinutes() * 60L))
                && now.isBefore(openedAt.plusSeconds(setting.mergeMost() * 60L));
        return fresh || reading.visit().equals(moved.visit());
    }

    boolean isRaisedBy(Trigger trigger) {
        return trigger.level().compareTo(level) > 0;
    }

    Alert with(VisitMoved moved, Optional<Trigger> trigger, Instant now) {
        var sure = certainty == Certainty.SELF ? certainty : moved.certainty();
        var most = trigger.filter(one -> one.level().compareTo(level) >= 0)
                .map(Trigger::cause)
                .filter(one -> one.compareTo(cause) > 0 || trigger.get().level().compareTo(level) > 0)
                .orElse(cause);
        var raised = trigger.map(Trigger::level)
                .filter(one -> one.compareTo(level) > 0)
                .orElse(level);
        return new Alert(
                id,
                customer,
                member,
                raised,
                most,
                sure,
                reading.then(moved),
                openedAt,
                now,
                state,
                contactedAt,
                step,
                dueAt,
                push);
    }

    Alert pushed(Push how) {
        return new Alert(
                id,
                customer,
                member,
                level,
                cause,
                certainty,
                reading,
                openedAt,
                movedAt,
                state,
                contactedAt,
                step,
                dueAt,
                how);
    }

    Alert due(Optional<Instant> at) {
        return new Alert(
                id,
                customer,
                member,
                level,
                cause,
                certainty,
                reading,
                openedAt,
                movedAt,
                state,
                contactedAt,
                step,
                at,
                push);
    }

    /** Another has to answer it from now on. */
    Alert handed(MemberId to, int how, Optional<Instant> next) {
        var then = to.equals(member) ? state : AlertState.HANDED;
        return new Alert(
                id,
                customer,
                to,
                level,
                cause,
                certainty,
                reading,
                openedAt,
                movedAt,
                then,
                contactedAt,
                how,
                next,
                push);
    }
}
