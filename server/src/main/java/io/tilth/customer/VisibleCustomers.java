package io.tilth.customer;

import java.util.Optional;

/** Whom the current caller may see. */
public interface VisibleCustomers {

    /** The customer behind the id, also one that was joined into another; empty when the caller may not see them. */
    Optional<CustomerId> find(CustomerId id);
}
