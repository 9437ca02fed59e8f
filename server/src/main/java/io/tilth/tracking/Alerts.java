package io.tilth.tracking;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Alerts 访客提醒 that wait for an answer. */
public interface Alerts {

    /** Those of the members that nobody has answered, the newest first. */
    List<Waiting> unanswered(Collection<MemberId> members);

    /** The newest unanswered alert about each of the customers. */
    Map<CustomerId, AlertId> ofCustomers(MemberId member, Collection<CustomerId> customers);

    /** The member has reached out to the customer: their alerts of the last 24 hours are answered. */
    void answered(CustomerId customer, MemberId member, Instant at);

    /** @param immediate whether it should have been answered at once */
    record Waiting(AlertId id, CustomerId customer, MemberId member, boolean immediate, Instant at) {}
}
