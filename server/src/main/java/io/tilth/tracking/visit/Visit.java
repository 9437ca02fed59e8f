package io.tilth.tracking.visit;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.directory.MemberId;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.VisitId;
import io.tilth.tracking.VisitMoved.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One device's reading of one share, 浏览.
 *
 * @param sender whose share it is
 * @param via by whose address the reader came; empty when by the share's own
 * @param reader the customer, when {@code certainty} is not {@code VISITOR}
 * @param told what others have been told of already
 * @param beforeAt when the same reader last read the same material
 * @param heardAt when news were last taken in, by our clock
 */
record Visit(
        VisitId id,
        ShareId share,
        MaterialId material,
        MemberId sender,
        VisitorId visitor,
        UUID hop,
        Optional<UUID> via,
        Certainty certainty,
        Optional<CustomerId> reader,
        Instant openedAt,
        Progress progress,
        Set<Deed> told,
        Optional<Instant> beforeAt,
        Instant heardAt,
        Optional<Instant> endedAt) {

    /** So long without a beat means that nobody reads any more. */
    static final Duration SILENCE = Duration.ofSeconds(90);

    Visit {
        told = Set.copyOf(told);
    }

    /** How far the reading has come. */
    record Progress(Instant lastAt, int seconds, int percent, List<Integer> pages) {

        static Progress of(Reading reading) {
            return new Progress(reading.last(), reading.seconds(), reading.percent(), reading.pages());
        }
    }

    /** The same visit once it is known when the reader last read the material. */
    Visit after(Optional<Instant> before) {
        return new Visit(
                id, share, material, sender, visitor, hop, via, certainty, reader, openedAt, progress, told, before,
                heardAt, endedAt);
    }

    /** After more was heard. */
    Visit heard(Reading reading, Set<Deed> deeds, Instant now) {
        var all = EnumSet.copyOf(deeds);
        all.addAll(told);
        all.remove(Deed.ENDED);
        return with(Progress.of(reading), all, now, Optional.empty());
    }

    /** Nobody reads any more, until they go on. */
    Visit ended(Instant now) {
        var all = EnumSet.of(Deed.ENDED);
        all.addAll(told);
        return with(progress, all, heardAt, Optional.of(now));
    }

    Visit also(Deed deed) {
        var all = EnumSet.of(deed);
        all.addAll(told);
        return with(progress, all, heardAt, endedAt);
    }

    boolean isSilent(Instant now) {
        return !heardAt.plus(SILENCE).isAfter(now);
    }

    Optional<Integer> quietDays() {
        return beforeAt.map(before -> (int) Duration.between(before, openedAt).toDays());
    }

    private Visit with(Progress next, Set<Deed> deeds, Instant heard, Optional<Instant> end) {
        return new Visit(
                id, share, material, sender, visitor, hop, via, certainty, reader, openedAt, next, deeds, beforeAt,
                heard, end);
    }

    /** The same visit once it is known whose it is. */
    Visit readBy(CustomerId customer) {
        return new Visit(
                id,
                share,
                material,
                sender,
                visitor,
                hop,
                via,
                Certainty.SELF,
                Optional.of(customer),
                openedAt,
                progress,
                told,
                beforeAt,
                heardAt,
                endedAt);
    }
}
