package io.tilth.customer;

import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who looks after whom now. */
public interface Follows {

    /** Every customer with whom the member is friends, also one who has left, in the order of the customers' ids. */
    List<Followed> of(MemberId member);

    /** The friendship, also one that has ended. */
    Optional<Followed> find(FollowId follow);

    /** Everybody who is or was friends with these customers, the latest contact first; who has nobody is left out. */
    Map<CustomerId, List<Friendship>> friendships(Collection<CustomerId> customers);

    /** New friends of the members since then, the newest first; 存量 is not new. */
    List<Begun> begun(Collection<MemberId> members, Instant since, int most);

    /** The member reached out: sent something, called, or said so. Nothing happens when they were never friends. */
    void contacted(CustomerId customer, MemberId member, Instant at);

    /** @param contactedAt when the member first answered, as far as Tilth knows; never before it began */
    record Begun(CustomerId customer, MemberId member, String remark, Instant at, Optional<Instant> contactedAt) {}

    /** @param externalUserId as the member's company calls the customer */
    record Followed(FollowId follow, CustomerId customer, String externalUserId) {}

    /**
     * @param externalUserId as the company calls the customer
     * @param half the customer added the member, who has not added back yet
     * @param addWay how they came, as WeCom numbers it; 0 until it was asked
     * @param begunAt when the friendship began; empty when only its end was ever heard of
     * @param latestContact when the member last reached out, else when it began
     */
    record Friendship(
            FollowId follow,
            MemberId member,
            CompanyId company,
            String externalUserId,
            boolean active,
            boolean half,
            String remark,
            int addWay,
            Optional<Instant> begunAt,
            Optional<Instant> latestContact) {}
}
