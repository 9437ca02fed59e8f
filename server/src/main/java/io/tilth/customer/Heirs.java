package io.tilth.customer;

import io.tilth.directory.MemberId;
import java.util.Optional;

/** Who takes customers over from colleagues. */
public interface Heirs {

    /** To whom the member's customer goes or went: from the moment it was begun, unless it came to nothing. */
    Optional<MemberId> of(MemberId from, CustomerId customer);
}
