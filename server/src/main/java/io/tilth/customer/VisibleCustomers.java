package io.tilth.customer;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Whom the current caller may see. */
public interface VisibleCustomers {

    /** The customer behind the id, also one that was joined into another; empty when the caller may not see them. */
    Optional<CustomerId> find(CustomerId id);

    /** Those of them whom the caller may see. */
    Set<CustomerId> among(Collection<CustomerId> ids);
}
