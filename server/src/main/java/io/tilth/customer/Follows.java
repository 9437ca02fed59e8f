package io.tilth.customer;

import io.tilth.directory.MemberId;
import java.util.List;

/** Who looks after whom now. */
public interface Follows {

    /** Every customer with whom the member is friends, also one who has left, in the order of the customers' ids. */
    List<Followed> of(MemberId member);

    /** @param externalUserId as the member's company calls the customer */
    record Followed(FollowId follow, CustomerId customer, String externalUserId) {}
}
