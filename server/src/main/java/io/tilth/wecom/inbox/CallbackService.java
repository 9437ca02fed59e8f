package io.tilth.wecom.inbox;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CallbackService {

    /** What callbacks said is kept for so long. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST_AT_ONCE = 10_000;

    private final CallbackRepository callbacks;
    private final Audit audit;
    private final Clock clock;

    CallbackService(CallbackRepository callbacks, Audit audit, Clock clock) {
        this.callbacks = callbacks;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<ListedCallback> newest(CallbackFilter filter, Paging paging) {
        return Page.of(
                callbacks.newest(filter, paging, clock.instant().minus(KEPT)),
                paging,
                callback -> callback.id().toString());
    }

    @Transactional(readOnly = true)
    public CallbackDetail get(UUID id) {
        return CallbackDetail.of(
                find(id),
                callbacks.fields(id),
                Caller.find().map(Caller::masked).orElse(true));
    }

    public void retry(UUID id) {
        var callback = find(id);
        if (callbacks.again(List.of(id), clock.instant()).isEmpty()) {
            throw Refusal.conflict("callback-not-failed");
        }
        callbacks.insertDue(List.of(id), clock.instant());
        audit.note("callback.retried", subject(callback));
    }

    /** Those that failed and wait for a person; all of them unless an event is named. */
    public int retryAll(String event) {
        var failed = callbacks.failed(event, MOST_AT_ONCE);
        if (failed.isEmpty()) {
            return 0;
        }
        var again = callbacks.again(failed, clock.instant());
        callbacks.insertDue(again, clock.instant());
        audit.note(
                "callback.all-retried",
                Subject.of("callbacks", event.isEmpty() ? "*" : event),
                Map.of("count", again.size()));
        return again.size();
    }

    /** Works off once more what is done; effects that compare times change nothing. */
    public void replay(UUID id) {
        var callback = find(id);
        if (!callbacks.undo(id)) {
            throw Refusal.conflict("callback-not-done");
        }
        callbacks.insertDue(List.of(id), clock.instant());
        audit.note("callback.replayed", subject(callback));
    }

    /** Forgets what was said longer ago than it is kept. */
    public void forgetOld() {
        callbacks.deleteBefore(clock.instant().minus(KEPT));
    }

    public void keepMonths() {
        callbacks.keepMonths();
    }

    private ListedCallback find(UUID id) {
        return callbacks.find(id).orElseThrow(() -> Refusal.notFound("callback-not-found"));
    }

    private static Subject subject(ListedCallback callback) {
        var name = callback.change().isEmpty() ? callback.event() : callback.event() + "/" + callback.change();
        return Subject.of("callback", callback.id(), name);
    }
}
