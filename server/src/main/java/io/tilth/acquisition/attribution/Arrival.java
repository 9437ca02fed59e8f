package io.tilth.acquisition.attribution;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.directory.MemberId;
import java.time.Instant;

/** Somebody came by a code. */
record Arrival(
        ChannelCodeId code,
        FollowId follow,
        CustomerId customer,
        MemberId member,
        Instant at,
        boolean fresh,
        boolean late,
        boolean overCap,
        boolean bySpare) {}
