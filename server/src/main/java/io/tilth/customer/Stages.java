package io.tilth.customer;

import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where customers stand on the journey, 客户阶段. */
public interface Stages {

    /** Somebody moved the customer. */
    String BY_HAND = "stage.by-hand";

    /** All stages in their order. */
    List<Stage> all();

    /** Those of the customers that stand somewhere. */
    Map<CustomerId, Stage> of(Collection<CustomerId> customers);

    /**
     * Moves a customer, and says so in the timeline; nothing happens when they stand there already.
     *
     * @param why key of its sentence, such as {@code stage.by-code}
     */
    void move(CustomerId customer, StageId stage, String why);

    /** As {@link #move} by a member, some time ago. */
    void moved(CustomerId customer, StageId stage, String why, MemberId by, Instant at);

    /** As {@link #move} for many at once; how many stood elsewhere. */
    int move(Collection<CustomerId> customers, StageId stage, String why);

    record Stage(StageId id, String name) {}
}
