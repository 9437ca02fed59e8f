package io.tilth.acquisition;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.directory.MemberId;
import java.time.Instant;

/** A new customer is credited to a channel code. */
public record CustomerAcquired(
        ChannelId channel, ChannelCodeId code, CustomerId customer, FollowId follow, MemberId member, Instant at) {}
