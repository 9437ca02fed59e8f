package io.tilth.wecom.inbox;

import io.tilth.wecom.Callback;
import io.tilth.wecom.CallbackConsumer;
import io.tilth.wecom.inbox.LaneRepository.Due;
import io.tilth.wecom.inbox.LaneRepository.Pending;
import io.tilth.wecom.inbox.LaneRepository.Waiting;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works off what waits in a lane: effects and the mark that they are done stand or fall together. */
@Service
@Transactional
class LaneService {

    private static final int MOST_IN_FRONT = 50;

    private final LaneRepository lanes;
    private final ObjectProvider<CallbackConsumer> consumers;
    private final Clock clock;

    LaneService(LaneRepository lanes, ObjectProvider<CallbackConsumer> consumers, Clock clock) {
        this.lanes = lanes;
        this.consumers = consumers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return lanes.waiting(clock.instant());
    }

    /**
     * Works off up to so many; those in a hurry first and by themselves.
     *
     * @return whether there may be more; not when another worker has the lane
     * @throws BatchFailed when a consumer fails; nothing has happened then
     */
    public boolean workOff(Lane lane, int most) {
        if (!lanes.lock(lane)) {
            return false;
        }
        var found = lanes.due(lane, clock.instant(), most);
        var due = batch(found);
        if (due.isEmpty()) {
            return false;
        }
        var pending = lanes.pending(due.stream().map(Due::callback).toList());
        var callbacks = pending.stream().map(Pending::callback).toList();
        try {
            consumers.stream().forEach(consumer -> hand(consumer, callbacks));
        } catch (RuntimeException failure) {
            throw new BatchFailed(due, failure);
        }
        mark(callbacks, true);
        mark(callbacks, false);
        forgetFailures(pending);
        lanes.deleteDue(lane, due.stream().map(Due::id).toList());
        return found.size() == most || due.size() < found.size();
    }

    private static List<Due> batch(List<Due> due) {
        return due.isEmpty() || !due.getFirst().front()
                ? due
                : due.stream().filter(Due::front).limit(MOST_IN_FRONT).toList();
    }

    private static void hand(CallbackConsumer consumer, List<Callback> callbacks) {
        var heard = callbacks.stream()
                .filter(callback -> consumer.hears(callback.event()))
                .toList();
        if (!heard.isEmpty()) {
            consumer.accept(heard);
        }
    }

    private void mark(List<Callback> callbacks, boolean heard) {
        var ids = callbacks.stream()
                .filter(callback -> isHeard(callback) == heard)
                .map(Callback::id)
                .toList();
        if (!ids.isEmpty()) {
            lanes.done(ids, heard, clock.instant());
        }
    }

    private boolean isHeard(Callback callback) {
        return consumers.stream().anyMatch(consumer -> consumer.hears(callback.event()));
    }

    private void forgetFailures(List<Pending> pending) {
        var failedBefore = pending.stream()
                .filter(one -> one.attempts() > 0)
                .map(one -> one.callback().id())
                .toList();
        if (!failedBefore.isEmpty()) {
            lanes.deleteFailures(failedBefore);
        }
    }

    /** Keeps why the one callback failed, and when it is tried again, if it is. */
    public void fail(Lane lane, Due due, Throwable cause) {
        if (!lanes.lock(lane)) {
            return; // another node has taken over and will find out for itself
        }
        var now = clock.instant();
        for (var pending : lanes.pending(List.of(due.callback()))) {
            var failure = Failure.of(cause, pending.attempts(), now);
            lanes.fail(pending.callback(), failure, now);
            failure.nextAt()
                    .ifPresentOrElse(
                            next -> lanes.putOff(due.id(), next), () -> lanes.deleteDue(lane, List.of(due.id())));
        }
    }

    /** A consumer failed on these; whatever it had done is undone. */
    static class BatchFailed extends RuntimeException {

        private final transient List<Due> due;
        private final RuntimeException failure;

        BatchFailed(List<Due> due, RuntimeException failure) {
            super(failure);
            this.due = due;
            this.failure = failure;
        }

        List<Due> due() {
            return due;
        }

        RuntimeException failure() {
            return failure;
        }
    }
}
