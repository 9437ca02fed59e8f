package io.tilth.customer;

import io.tilth.directory.MemberId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Who asked for quiet, 少打扰: nothing is sent to them, and what they do is not scored. */
public interface Consents {

    /** Those of them who asked for it. */
    Set<CustomerId> quiet(Collection<CustomerId> customers);

    boolean isQuiet(VisitorId visitor);

    /** A reader asks for quiet, or takes it back; {@code customer} when somebody knows who it is. */
    void ask(VisitorId visitor, Optional<CustomerId> customer, boolean quiet);

    /** A member notes what the customer wishes. */
    void note(CustomerId customer, Optional<MemberId> member, boolean quiet);
}
