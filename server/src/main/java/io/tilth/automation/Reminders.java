package io.tilth.automation;

import io.tilth.customer.CustomerId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Cards that come to the caller's list of the day at a chosen time. */
public interface Reminders {

    /** For those of them who are friends of the caller's; answers who these are. */
    Set<CustomerId> remind(Collection<CustomerId> customers, Instant at);
}
