package io.tilth.customer.desk;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.customer.Readings.CustomerReadings;
import io.tilth.customer.Scores.Grade;
import io.tilth.customer.Scores.Score;
import io.tilth.customer.TagId;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a list shows them.
 *
 * @param existing 存量: was there before Tilth
 * @param followers those in the caller's sight
 * @param others how many more follow them whom the caller does not see
 * @param lostAt when the last follow ended; null while anybody follows
 * @param score 意向分 as of now, 0 to 100
 * @param stage where they stand; null for nowhere yet
 * @param channel through which they first came, where that is known
 * @param readAt when they last read something
 * @param handover whether a colleague is taking them over, 接替中: nobody can chat with them meanwhile
 * @param readings what they read of what the caller's members sent; null in lists
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
        @Nullable Instant lostAt,
        int score,
        Grade grade,
        @Nullable NamedPlace stage,
        @Nullable NamedPlace channel,
        @Nullable Instant readAt,
        boolean handover,
        @Nullable CustomerReadings readings) {

    /** A stage or a channel. */
    record NamedPlace(UUID id, String name) {}

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

    ListedCustomer with(List<Follower> seen, int unseen, List<Tag> carried, Score scored, boolean handed) {
        return new ListedCustomer(
                id,
                name,
                avatar,
                type,
                corpName,
                existing,
                seen,
                unseen,
                carried,
                addedAt,
                lostAt,
                scored.value(),
                scored.grade(),
                stage,
                channel,
                readAt,
                handed,
                readings);
    }

    ListedCustomer with(CustomerReadings read) {
        return new ListedCustomer(
                id, name, avatar, type, corpName, existing, followers, others, tags, addedAt, lostAt, score, grade,
                stage, channel, readAt, handover, read);
    }
}
