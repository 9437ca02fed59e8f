package io.tilth.automation.firstreply;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.directory.MemberId;
import java.time.Instant;

/**
 * A new friend whom a member has not turned to yet.
 *
 * @param step who is told next: 0 the spare, 1 the manager
 */
record FirstReply(FollowId follow, CustomerId customer, MemberId member, Instant begunAt, Instant dueAt, int step) {

    FirstReply next(Instant due) {
        return new FirstReply(follow, customer, member, begunAt, due, step + 1);
    }
}
