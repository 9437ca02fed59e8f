package io.tilth.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** How much customers seem to want something, 意向分: what they did, fading by half every 14 days. */
public interface Scores {

    /** Counts what a customer did; the same {@code source} counts once, however often it is told. */
    void add(Collection<Signal> signals);

    /** The scores as of now, 0 to 100; a customer without any has 0. */
    Map<CustomerId, Score> of(Collection<CustomerId> customers);

    /**
     * @param item what it was about, so that repeats of it within 12 hours count once; empty counts each time
     * @param factor how much of its points counts: 1 for one-to-one, less for broadcasts or a likely reader
     * @param source names the one event it comes from
     */
    record Signal(CustomerId customer, Kind kind, Optional<String> item, double factor, Instant at, String source) {}

    record Score(int value, Grade grade) {}

    /** 高 / 中 / 低 / 沉睡. */
    enum Grade {
        HIGH,
        MIDDLE,
        LOW,
        ASLEEP
    }

    /** What counts; how much is the tenant's to say. */
    enum Kind {
        FRIEND_ADDED,
        OPENED,
        READ,
        READ_LONG,
        PRICE_OPENED,
        PRICE_READ_LONG,
        OPENED_AGAIN,
        FORWARD_READ,
        CONTACT_TAPPED,
        PHONE_LEFT,
        BOOKED,
        SHOP_VISITED
    }
}
