package io.tilth.insight.start;

import io.tilth.customer.CustomerId;
import io.tilth.insight.Stories.Kind;
import java.util.List;

/**
 * How far a company has come on its first walk, from a connection to a customer who reads.
 *
 * @param stories to look at; only in the demo
 * @param told how much of the demo's past is there, in percent
 */
record FirstWalk(List<WalkStep> steps, List<WalkStory> stories, int told) {

    record WalkStep(Mark mark, boolean done) {}

    record WalkStory(Kind kind, CustomerId customerId, String name) {}

    /** In the order in which one gets there. */
    enum Mark {
        CONNECTED,
        SYNCED,
        CODE,
        CUSTOMER,
        MATERIAL,
        SHARE,
        READ
    }
}
