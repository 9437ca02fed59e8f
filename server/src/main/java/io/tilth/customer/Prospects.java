package io.tilth.customer;

import io.tilth.customer.Scores.Grade;
import io.tilth.customer.Scores.Kind;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Friends of members to whom they should turn next. */
public interface Prospects {

    /**
     * Those who give a reason: something happened and nobody reached out since, a new friend who was not spoken to, or
     * one who is hot and has not heard from the member for some days. By intent × recency, the best first.
     */
    List<Prospect> best(Collection<MemberId> members, Collection<CustomerId> without, int most);

    /** These, whether or not they give a reason. */
    List<Prospect> these(Collection<MemberId> members, Collection<CustomerId> customers);

    /** Hot ones with whom something happened that nobody has answered, the best first. */
    List<Prospect> untouched(Collection<MemberId> members, int most);

    /** For each member by themselves as {@link #best}, but only whom it would name; {@code also} these, reason or not. */
    Map<MemberId, List<Named>> bestOfEach(Collection<MemberId> members, Map<MemberId, List<CustomerId>> also, int most);

    /** @param movedAt when the customer last did something that counts */
    record Named(CustomerId customer, Optional<Instant> movedAt) {}

    /**
     * @param remark as the member wrote it
     * @param begunAt when the friendship began
     * @param contactedAt when the member last reached out, as far as Tilth knows
     * @param latest what the customer last did that counts
     * @param existing 存量: was there before Tilth
     */
    record Prospect(
            CustomerId customer,
            FollowId follow,
            MemberId member,
            String name,
            Optional<String> avatar,
            String remark,
            int score,
            Grade grade,
            boolean existing,
            Optional<Instant> begunAt,
            Optional<Instant> contactedAt,
            Optional<Deed> latest) {

        /** Whether something happened that nobody has answered. */
        public boolean isUnanswered() {
            return latest.isPresent()
                    && contactedAt.filter(at -> !at.isBefore(latest.get().at())).isEmpty();
        }
    }

    /** @param title of what it was about, where that has one */
    record Deed(Kind kind, Optional<String> item, Optional<String> title, Instant at) {}
}
