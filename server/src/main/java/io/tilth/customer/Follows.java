package io.tilth.customer;

import io.tilth.directory.MemberId;
import java.util.List;
import java.util.Optional;

/** Who looks after whom now. */
public interface Follows {

    /** Every customer with whom the member is friends, also one who has left, in the order of the customers' ids. */
    List<Followed> of(MemberId member);

    /** The friendship, also one that has ended. */
    Optional<Followed> find(FollowId follow);

    /** @param externalUserId as the member's company calls the customer */
    record Followed(FollowId follow, CustomerId customer, String externalUserId) {}
}
