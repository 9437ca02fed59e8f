package io.tilth.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** How much customers seem to want something, 意向分: what they did, fading by half every 14 days. */
public interface Scores {

    /**
     * Counts what customers did. The same {@code source} counts once: told again, the last telling stands, so a reader
     * who turns out to be somebody else takes the signal along.
     */
    void add(Collection<Signal> signals);

    /** It did not happen after all. */
    void takeBack(Collection<String> sources);

    /** The scores as of now, 0 to 100; a customer without any has 0. */
    Map<CustomerId, Score> of(Collection<CustomerId> customers);

    /** Between which heats, as the score is kept, each grade is shown at this moment; for lists of this module. */
    Map<Grade, Heats> heats();

    /**
     * @param item id of the material it was about: repeats of it within 12 hours count once; empty counts each time
     * @param factor how much of its points counts: 1 for one-to-one, less for broadcasts or a likely reader
     * @param source names the one event it comes from, within the tenant and over all kinds
     */
    record Signal(CustomerId customer, Kind kind, Optional<String> item, double factor, Instant at, String source) {}

    record Score(int value, Grade grade) {

        /** Of whom nothing is known. */
        public static final Score NONE = new Score(0, Grade.ASLEEP);
    }

    /** From here on, and below there. */
    record Heats(double from, double below) {}

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
