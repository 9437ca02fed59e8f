package io.tilth.kernel;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one door for work in another tenant: the operator's acts and the sweeps of jobs.
 *
 * <p>Each visit runs in a transaction of its own, under the other tenant's locks.
 */
public interface TenantVisits {

    /** Works in the tenant on behalf of the current caller; both trails, ours and theirs, keep who came and why. */
    <T> T visit(TenantId tenant, String why, Supplier<T> work);

    /** As {@link #visit} for a look that changes nothing: our own trail alone keeps it. */
    <T> T look(TenantId tenant, String why, Supplier<T> work);

    /** Works in one tenant as the system itself: for jobs, and before anybody has signed in. Leaves no line of its own. */
    <T> T system(TenantId tenant, Supplier<T> work);

    /**
     * As {@link #system}, but in no transaction: for work that asks somebody outside. What it reads and stores brings
     * transactions of its own.
     */
    <T> T apart(TenantId tenant, Supplier<T> work);

    /**
     * As {@link #system}, only reading: everything is seen as it was at one moment, however long the work takes. What the
     * work stores meanwhile needs transactions of its own.
     */
    <T> T snapshot(TenantId tenant, Supplier<T> work);

    /** Works in each tenant in turn as the system; one tenant's failure is logged and does not keep the others waiting. */
    void each(String job, Consumer<TenantId> work);
}
