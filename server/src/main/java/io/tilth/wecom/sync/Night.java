package io.tilth.wecom.sync;

import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When at night a company's turn is: between two and five, at a minute of its own. */
final class Night {

    private static final LocalTime FROM = LocalTime.of(2, 0);
    private static final LocalTime UNTIL = LocalTime.of(6, 0); // a node that was down at the minute catches up
    private static final int MINUTES = 180;

    private Night() {}

    /** The minute of this night when it has come and the night is not over. */
    static Optional<Instant> of(CompanyId company, ZonedDateTime now) {
        int minute = Math.floorMod(company.value().hashCode(), MINUTES);
        var due = now.with(FROM).plusMinutes(minute);
        boolean isTime = !now.isBefore(due) && now.toLocalTime().isBefore(UNTIL);
        return isTime ? Optional.of(due.toInstant()) : Optional.empty();
    }
}
