package io.tilth.tracking;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import java.time.Instant;

/** A member has sent a material to one customer by hand. */
public record ShareSent(ShareId share, MemberId sender, CustomerId customer, Instant at) {}
