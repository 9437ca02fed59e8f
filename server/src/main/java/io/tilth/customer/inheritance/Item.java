package io.tilth.customer.inheritance;

import io.tilth.customer.CustomerId;
import io.tilth.wecom.WecomTransfers;
import io.tilth.wecom.WecomTransfers.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer or a group chat on its way.
 *
 * @param reason why it did not go: WeCom's errcode or a word of ours
 * @param at when it came to its state
 * @param effectiveAt until when the platform lets the customer refuse
 */
record Item(
        UUID id,
        UUID inheritance,
        Optional<CustomerId> customer,
        Optional<UUID> group,
        String wecomId,
        String name,
        State state,
        Optional<String> reason,
        Instant at,
        Optional<Instant> effectiveAt) {

    /** WeCom lets a customer refuse for so long. */
    static final Duration GRACE = Duration.ofHours(24);

    /** So long after it should have taken effect we stop asking. */
    static final Duration PATIENCE = Duration.ofHours(48);

    private static final int HEIR_IS_FULL = 40099;
    private static final int UNDER_WAY = 40100;
    private static final int OWNER_ALREADY = 90504;

    enum State {
        QUEUED,
        WAITING,
        DONE,
        REFUSED,
        AT_LIMIT,
        FAILED;

        /** Whether a manager may give it to another heir. */
        boolean isOpenToOthers() {
            return this == REFUSED || this == AT_LIMIT || this == FAILED;
        }
    }

    /** @param code with which WeCom answered the hand-over of this one; one that is under way already may be our own */
    Item started(int code, Instant now) {
        if (group.isPresent()) {
            return code == 0 || code == OWNER_ALREADY ? to(State.DONE, now) : failed(String.valueOf(code), now);
        }
        return switch (code) {
            case 0, UNDER_WAY -> waiting(now.plus(GRACE), now);
            case HEIR_IS_FULL -> because(State.AT_LIMIT, String.valueOf(code), now);
            default -> failed(String.valueOf(code), now);
        };
    }

    /** What WeCom says of one that waits; none when it says nothing new. */
    Optional<Item> learned(Optional<Result> result, Instant now) {
        return switch (result.map(Result::state).orElse(WecomTransfers.State.NO_RECORD)) {
            case DONE -> Optional.of(taken(result.flatMap(Result::takeoverAt), now));
            case WAITING ->
                result.flatMap(Result::takeoverAt)
                        .filter(due -> !effectiveAt.equals(Optional.of(due)))
                        .map(due -> waiting(due, at));
            case REFUSED -> Optional.of(because(State.REFUSED, "customer_refused", now));
            case AT_LIMIT -> Optional.of(because(State.AT_LIMIT, "customer_limit_exceed", now));
            case NO_RECORD -> isOverdue(now) ? Optional.of(failed("no-record", now)) : Optional.empty();
        };
    }

    Item failed(String why, Instant now) {
        return because(State.FAILED, why, now);
    }

    /** WeCom tells of a hand-over as done before it takes effect. */
    private Item taken(Optional<Instant> takeover, Instant now) {
        return takeover.filter(due -> due.isAfter(now))
                .map(due -> waiting(due, at))
                .orElseGet(() -> to(State.DONE, takeover.orElse(now)));
    }

    private boolean isOverdue(Instant now) {
        return effectiveAt.map(due -> due.plus(PATIENCE)).filter(now::isAfter).isPresent();
    }

    private Item waiting(Instant due, Instant since) {
        return new Item(
                id,
                inheritance,
                customer,
                group,
                wecomId,
                name,
                State.WAITING,
                Optional.empty(),
                since,
                Optional.of(due));
    }

    private Item to(State next, Instant now) {
        return new Item(id, inheritance, customer, group, wecomId, name, next, Optional.empty(), now, effectiveAt);
    }

    private Item because(State next, String why, Instant now) {
        return new Item(id, inheritance, customer, group, wecomId, name, next, Optional.of(why), now, effectiveAt);
    }
}
