package io.tilth.customer;

import io.tilth.directory.MemberId;
import java.time.Instant;

/**
 * A customer does not go to the member who should take them over.
 *
 * @param member who should have
 * @param reason WeCom's word: {@code customer_refused} or {@code customer_limit_exceed}
 */
public record TransferFailed(CustomerId customer, MemberId member, String reason, Instant at) {}
