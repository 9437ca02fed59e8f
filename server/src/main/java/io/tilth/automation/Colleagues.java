package io.tilth.automation;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who else could turn to a customer. */
public interface Colleagues {

    /** The friends of each of the customers who work here and whom the caller may see, the latest contact first. */
    Map<CustomerId, List<Colleague>> of(Collection<CustomerId> customers);

    record Colleague(MemberId id, String name) {}
}
