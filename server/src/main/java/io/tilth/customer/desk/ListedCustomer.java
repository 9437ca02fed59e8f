package io.tilth.customer.desk;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.customer.TagId;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a list shows them.
 *
 * @param existing 存量: was there before Tilth
 * @param followers those in the caller's sight
 * @param others how many more follow them whom the caller does not see
 * @param lostAt when the last follow ended; null while anybody follows
 */
record ListedCustomer(
        CustomerId id,
        String name,
        @Nullable String avatar,
        int type,
        @Nullable String corpName,
        boolean existing,
        List<Follower> followers,
        int others,
        List<Tag> tags,
        Instant addedAt,
        @Nullable Instant lostAt) {

    record Tag(TagId id, String name) {}

    /** @param since when it began, as WeCom says; null when only its end was ever heard of */
    record Follower(
            FollowId id,
            Of member,
            String remark,
            String description,
            List<String> mobiles,
            @Nullable String corpName,
            int addWay,
            @Nullable String channel,
            boolean half,
            String state,
            @Nullable Instant since,
            @Nullable Instant endedAt) {}

    record Of(MemberId id, String name) {}

    ListedCustomer with(List<Follower> seen, int unseen, List<Tag> carried) {
        return new ListedCustomer(id, name, avatar, type, corpName, existing, seen, unseen, carried, addedAt, lostAt);
    }
}
