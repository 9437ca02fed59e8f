package io.tilth.customer;

/**
 * One person turned out to be another: all that is kept of {@code gone} belongs to {@code into} now. Said within the
 * transaction that joins them, while both still exist.
 */
public record CustomersJoined(CustomerId gone, CustomerId into) {}
