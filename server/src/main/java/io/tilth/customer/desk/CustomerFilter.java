package io.tilth.customer.desk;

import io.tilth.customer.Scores;
import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.directory.MemberId;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param q words of which each is a part of the name, of a remark, of a phone number or of a tag
 * @param member who follows them
 * @param tag that one of their follows carries
 * @param channel through which they first came
 */
record CustomerFilter(
        @Nullable @Size(max = 100) String q,
        @Nullable MemberId member,
        @Nullable TagId tag,
        @Nullable Standing state,
        Scores.@Nullable Grade grade,
        @Nullable StageId stage,
        @Nullable UUID channel,
        @Nullable Chip chip) {

    /** Whether anybody in sight follows them still. */
    enum Standing {
        FOLLOWED,
        LOST
    }

    /** What people look for most. */
    enum Chip {
        /** 今天看过 */
        READ_TODAY,
        /** 高意向 */
        HIGH,
        /** 待跟进: something happened in two weeks, and nobody in sight has reached out since. */
        TODO,
        /** 7 天内新加 */
        NEW_7D,
        /** 快忘了: still warm, and nobody in sight has reached out for two weeks. */
        FADING
    }
}
