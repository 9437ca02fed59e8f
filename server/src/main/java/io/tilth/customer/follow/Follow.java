package io.tilth.customer.follow;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowEnded.Reason;
import io.tilth.customer.FollowId;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One member's friendship with one customer. News may come twice and late, so each step compares times; what a profile
 * says later settles the rest.
 *
 * @param half the customer added the member, who has not added back yet
 * @param createdAt as WeCom says; empty when only the end was ever heard of
 * @param begunAt when the latest beginning that others were told of happened
 * @param heardAt when the latest beginning or end that we heard of happened
 * @param ended empty while it lasts
 * @param lastReason of the end at {@code heardAt}, when the latest that we heard of was one; it may not be the end that
 *     counts, and is that of a friendship whose beginning comes later still
 */
record Follow(
        FollowId id,
        UUID identity,
        CustomerId customer,
        MemberId member,
        boolean half,
        Optional<Instant> createdAt,
        Optional<Instant> begunAt,
        Instant heardAt,
        Optional<End> ended,
        Optional<Reason> lastReason,
        Notes notes) {

    record End(Reason reason, Instant at) {}

    /** A friendship of which nothing has been heard yet. */
    static Follow unheard(UUID identity, CustomerId customer, MemberId member) {
        return new Follow(
                FollowId.next(),
                identity,
                customer,
                member,
                false,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Notes.NONE);
    }

    boolean isActive() {
        return ended.isEmpty() && createdAt.isPresent();
    }

    /** It began, or the half became whole. What ended later stays ended. */
    Follow begun(Instant at, boolean onlyHalf) {
        if (at.isBefore(heardAt)) {
            return begunAt.or(() -> createdAt)
                            .filter(known -> !at.isAfter(known))
                            .isPresent()
                    ? this
                    : over(at);
        }
        return new Follow(
                id,
                identity,
                customer,
                member,
                onlyHalf && !(isActive() && !half),
                isActive() ? createdAt : Optional.of(at),
                Optional.of(at),
                at,
                Optional.empty(),
                Optional.empty(),
                notes);
    }

    /** A beginning that we hear of after its end, which is the first that came after it. */
    private Follow over(Instant at) {
        return ended.filter(first -> !first.at().isBefore(at))
                .or(() -> lastReason.map(reason -> new End(reason, heardAt)))
                .map(end -> new Follow(
                        id,
                        identity,
                        customer,
                        member,
                        half,
                        Optional.of(at),
                        Optional.of(at),
                        heardAt,
                        Optional.of(end),
                        lastReason,
                        notes))
                .orElse(this);
    }

    /** Whether others are to be told of this beginning: it is news, and nothing that came later undid it. */
    boolean isNewBeginning(Instant at) {
        return !at.isBefore(heardAt)
                && begunAt.filter(told -> !at.isAfter(told)).isEmpty();
    }

    /** It ended. An end that we only noticed gets its reason; of two ends of one friendship the first counts. */
    Follow ended(Reason reason, Instant at) {
        if (isActive() || createdAt.isEmpty() && ended.isEmpty()) {
            return at.isBefore(heardAt) ? this : with(new End(reason, at), at, Optional.of(reason));
        }
        var end = ended.orElseThrow();
        boolean tells = end.reason() == Reason.NOT_TOLD || at.isBefore(end.at());
        boolean ofThisFriendship =
                begunAt.or(() -> createdAt).filter(at::isBefore).isEmpty();
        var counts = tells && ofThisFriendship ? new End(reason, at) : end;
        return at.isBefore(heardAt) ? with(counts, heardAt, lastReason) : with(counts, at, Optional.of(reason));
    }

    /** WeCom lists it, which it also does for a member whom the customer has deleted: that end stands. */
    Follow listed(Notes told, Instant created) {
        var end = ended.filter(over -> over.reason() == Reason.DELETED_BY_CUSTOMER && !created.isAfter(over.at()));
        return new Follow(
                id, identity, customer, member, half, Optional.of(created), begunAt, heardAt, end, lastReason, told);
    }

    /** WeCom no longer lists it. */
    Follow unlisted(Instant asked) {
        return isActive() ? with(new End(Reason.NOT_TOLD, asked), heardAt, lastReason) : this;
    }

    private Follow with(End end, Instant heard, Optional<Reason> last) {
        return new Follow(
                id, identity, customer, member, half, createdAt, begunAt, heard, Optional.of(end), last, notes);
    }
}
