package io.tilth.automation;

import io.tilth.customer.CustomerId;
import java.time.Instant;
import java.util.Collection;

/** Cards that come to the caller's list of the day at a chosen time. */
public interface Reminders {

    /** For those of them who are friends of the caller's; how many these are. */
    int remind(Collection<CustomerId> customers, Instant at);
}
