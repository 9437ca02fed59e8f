package io.tilth.customer.desk;

import io.tilth.customer.TagId;
import io.tilth.directory.MemberId;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param q a part of the name, of a remark, or of a phone number
 * @param member who follows them
 * @param tag that one of their follows carries
 */
record CustomerFilter(
        @Nullable @Size(max = 100) String q,
        @Nullable MemberId member,
        @Nullable TagId tag,
        @Nullable Standing state) {

    /** Whether anybody in sight follows them still. */
    enum Standing {
        FOLLOWED,
        LOST
    }
}
