package io.tilth.tracking;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts 访客提醒 that wait for an answer. */
public interface Alerts {

    /** Those of the members that have waited since before then, the newest first. */
    List<Told> unanswered(Collection<MemberId> members, Instant openedBefore, int most);

    /** Those of the members that nobody answered in time, begun since then, the newest first. */
    List<Told> missed(Collection<MemberId> members, Instant openedSince, int most);

    /** The newest unanswered alert about each of the customers, of these members. */
    Map<CustomerId, AlertId> ofCustomers(Collection<MemberId> members, Collection<CustomerId> customers);

    /** The member has reached out to the customer: their alerts of the last 24 hours are answered. */
    void answered(CustomerId customer, MemberId member, Instant at);

    /**
     * What one says.
     *
     * @param member who has to answer it
     * @param immediate whether it should have been answered at once
     * @param visits how often the customer has read this
     */
    record Told(
            AlertId id,
            CustomerId customer,
            MemberId member,
            boolean immediate,
            Certainty certainty,
            MaterialId material,
            String title,
            boolean priced,
            VisitMoved.Deed deed,
            int seconds,
            Optional<Integer> page,
            int visits,
            Instant at) {}
}
