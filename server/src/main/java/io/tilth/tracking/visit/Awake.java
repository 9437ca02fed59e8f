package io.tilth.tracking.visit;

import io.tilth.kernel.TenantId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The tenants on this node that may have something to work off, in turn; one worker each, so none keeps others waiting. */
@Component
class Awake {

    private final SequencedSet<TenantId> waiting = new LinkedHashSet<>();
    private final Set<TenantId> running = new HashSet<>();

    synchronized void wake(TenantId tenant) {
        waiting.add(tenant);
        notifyAll();
    }

    /** The next tenant to serve; waits for one for a while. */
    synchronized Optional<TenantId> take(long patienceMs) throws InterruptedException {
        var next = next();
        if (next.isEmpty()) {
            wait(patienceMs);
            next = next();
        }
        next.ifPresent(tenant -> {
            waiting.remove(tenant);
            running.add(tenant);
        });
        return next;
    }

    synchronized void done(TenantId tenant, boolean more) {
        running.remove(tenant);
        if (more) {
            waiting.add(tenant);
        }
        notifyAll();
    }

    private Optional<TenantId> next() {
        return waiting.stream().filter(tenant -> !running.contains(tenant)).findFirst();
    }
}
