package io.tilth.customer.follow;

import io.tilth.customer.CustomerId;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer as one company knows them.
 *
 * @param news counts the news taken in
 * @param touchedAt when the latest of them were
 */
record Identity(UUID id, String externalUserId, CustomerId customer, int news, Instant touchedAt) {}
