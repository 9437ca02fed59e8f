package io.tilth.customer;

import io.tilth.directory.MemberId;
import java.time.Instant;

/** A friendship has ended. */
public record FollowEnded(CustomerId customer, FollowId follow, MemberId member, Reason reason, Instant at) {

    /** Who ended it. */
    public enum Reason {
        DELETED_BY_MEMBER,
        DELETED_BY_CUSTOMER,
        TRANSFERRED,
        /** WeCom no longer lists it, and told nobody why. */
        NOT_TOLD
    }
}
