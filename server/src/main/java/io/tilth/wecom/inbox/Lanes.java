package io.tilth.wecom.inbox;

import io.tilth.kernel.TenantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The lanes on this node that may have work, in turn: a lane that was served goes to the end. No tenant takes all
 * workers, and one that is slow takes a single one, so that the others hardly notice it.
 */
@Component
class Lanes {

    private static final int WORKERS_OF_A_TENANT = 2;
    private static final int WORKERS_OF_A_SLOW_TENANT = 1;

    private final SequencedSet<Lane> front = new LinkedHashSet<>();
    private final SequencedSet<Lane> ordinary = new LinkedHashSet<>();
    private final Set<Lane> running = new HashSet<>();
    private final Map<TenantId, Integer> busy = new HashMap<>();
    private final Set<TenantId> slow = new HashSet<>();

    synchronized void wake(Lane lane, boolean hurry) {
        (hurry ? front : ordinary).add(lane);
        notifyAll();
    }

    /** The next lane to serve; waits for one for a while. */
    synchronized Optional<Lane> take(boolean onlyInAHurry, long patienceMs) throws InterruptedException {
        var next = next(onlyInAHurry);
        if (next.isEmpty()) {
            wait(patienceMs);
            next = next(onlyInAHurry);
        }
        next.ifPresent(lane -> {
            front.remove(lane);
            ordinary.remove(lane);
            running.add(lane);
            busy.merge(lane.tenant(), 1, Integer::sum);
        });
        return next;
    }

    private Optional<Lane> next(boolean onlyInAHurry) {
        var hurried = front.stream().filter(this::isFree).findFirst();
        return hurried.isPresent() || onlyInAHurry
                ? hurried
                : ordinary.stream().filter(this::isFree).findFirst();
    }

    private boolean isFree(Lane lane) {
        int most = slow.contains(lane.tenant()) ? WORKERS_OF_A_SLOW_TENANT : WORKERS_OF_A_TENANT;
        return !running.contains(lane) && busy.getOrDefault(lane.tenant(), 0) < most;
    }

    /**
     * The lane was served.
     *
     * @param more whether something is left in it
     * @param wasSlow whether it kept its worker for longer than is fair
     */
    synchronized void done(Lane lane, boolean more, boolean wasSlow) {
        running.remove(lane);
        busy.computeIfPresent(lane.tenant(), (tenant, count) -> count > 1 ? count - 1 : null);
        if (wasSlow) {
            slow.add(lane.tenant());
        } else {
            slow.remove(lane.tenant());
        }
        if (more) {
            ordinary.add(lane);
        }
        notifyAll();
    }
}
