package io.tilth.tracking.alert;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.tilth.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When the company wants its members to be alerted.
 *
 * @param onContact whether a tap on call or find-me is immediate
 * @param onPhone whether a phone number left is immediate
 * @param onPriced whether opening a quote or price list is immediate
 * @param pricedAgainDays quiet days after which a quote opened again is immediate
 * @param againDays the same for anything else
 * @param readSeconds of reading that are worth an ordinary alert
 * @param mergeMinutes without news after which something new about the customer is another alert
 * @param mergeMost minutes from its beginning after which it is, news or not
 * @param perHour ordinary pushes to a member; the others join the next digest
 * @param digests times of the day
 * @param digestTop customers that a digest names
 * @param spareAfter minutes of work time after which an immediate alert goes to the spare
 * @param managerAfter and to the manager
 * @param firstReplyAfter minutes of work time after which the spare is told of a new friend from a link whom nobody turned
 *     to, and as many later the manager; 0 for never
 */
record AlertSetting(
        boolean onContact,
        boolean onPhone,
        boolean onPriced,
        int pricedAgainDays,
        int againDays,
        int readSeconds,
        int mergeMinutes,
        int mergeMost,
        int perHour,
        int perDay,
        @JsonFormat(pattern = "HH:mm") List<LocalTime> digests,
        int digestTop,
        @JsonFormat(pattern = "HH:mm") LocalTime workFrom,
        @JsonFormat(pattern = "HH:mm") LocalTime workTo,
        int spareAfter,
        int managerAfter,
        int firstReplyAfter) {

    static final AlertSetting USUAL = new AlertSetting(
            true,
            true,
            true,
            3,
            14,
            10,
            10,
            30,
            6,
            30,
            List.of(LocalTime.of(11, 30), LocalTime.of(17, 30)),
            5,
            LocalTime.of(9, 0),
            LocalTime.of(21, 0),
            15,
            30,
            5);

    AlertSetting {
        digests = digests.stream().distinct().sorted().toList();
        Refusal.unless(!digests.isEmpty(), "alert-without-digest");
        Refusal.unless(workFrom.isBefore(workTo), "alert-work-time");
        Refusal.unless(mergeMinutes <= mergeMost, "alert-merge-time");
        Refusal.unless(spareAfter <= managerAfter, "alert-hand-over-time");
    }

    /** The next digest after the moment. */
    Instant nextDigest(Instant after, ZoneId zone) {
        var local = after.atZone(zone);
        return digests.stream()
                .filter(time -> time.isAfter(local.toLocalTime()))
                .findFirst()
                .map(local.toLocalDate()::atTime)
                .orElseGet(() -> local.toLocalDate().plusDays(1).atTime(digests.getFirst()))
                .atZone(zone)
                .toInstant();
    }

    boolean isWorkTime(Instant at, ZoneId zone) {
        var time = at.atZone(zone).toLocalTime();
        return !time.isBefore(workFrom) && time.isBefore(workTo);
    }

    /** So many minutes of work time after the moment. */
    Instant workMinutesAfter(Instant at, int minutes, ZoneId zone) {
        var left = Duration.ofMinutes(minutes);
        var from = at;
        while (true) {
            var start = nextWork(from, zone);
            var end = start.atZone(zone).with(workTo).toInstant();
            var room = Duration.between(start, end);
            if (left.compareTo(room) < 0) {
                return start.plus(left);
            }
            left = left.minus(room);
            from = end;
        }
    }

    private Instant nextWork(Instant from, ZoneId zone) {
        if (isWorkTime(from, zone)) {
            return from;
        }
        var local = from.atZone(zone);
        var today = local.with(workFrom);
        return (today.isAfter(local) ? today : today.plusDays(1)).toInstant();
    }
}
