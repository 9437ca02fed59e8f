package io.tilth.customer;

import io.tilth.directory.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Who looks after a customer once the member who did has left. */
public interface Heirs {

    /**
     * Whoever takes the place of the one who has left: for this customer, if it is known which, else for most of them.
     * From the hand-over on, also while WeCom still waits.
     */
    Optional<MemberId> of(MemberId left, Optional<CustomerId> customer);

    /** Those of the customers that are being handed over, and to whom: 接替中, nobody can chat with them. */
    Map<CustomerId, MemberId> pending(Collection<CustomerId> customers);
}
