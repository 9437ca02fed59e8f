package io.tilth.directory.notice;

import io.tilth.directory.Notice.Urgency;
import io.tilth.directory.Notices.Quiet;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * When and of what a member wants to be told.
 *
 * @param silenced kinds that only stand in the list
 * @param quiet hours of the member's own; empty: as the company has it
 * @param phoneLeftPasses whether what is pressing comes through at any hour
 */
record NoticeSetting(Set<String> silenced, Optional<Quiet> quiet, boolean phoneLeftPasses, int version) {

    static final NoticeSetting USUAL = new NoticeSetting(Set.of(), Optional.empty(), false, 0);

    NoticeSetting {
        silenced = Set.copyOf(silenced);
    }

    boolean wantsMessage(String kind, Urgency urgency) {
        return urgency != Urgency.QUIET && !silenced.contains(kind);
    }

    /** When the phone may ring again; the moment itself when it may ring now. */
    Instant afterQuiet(Quiet company, Instant now, ZoneId zone) {
        var hours = quiet.orElse(company);
        var local = now.atZone(zone);
        return hours.covers(local.toLocalTime()) ? next(local, hours.to()).toInstant() : now;
    }

    private static ZonedDateTime next(ZonedDateTime from, LocalTime time) {
        var today = from.with(time);
        return today.isAfter(from) ? today : from.plusDays(1).with(time);
    }
}
