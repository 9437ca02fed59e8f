package io.tilth.sandbox.statistic;

import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.world.WorldClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/** The days of a question: whole ones, at most thirty, not older than 180. */
record Days(LocalDate first, LocalDate last) {
    private static final int MOST = 30;
    private static final int OLDEST = 180;

    static Days of(Call call, String from, String to, LocalDate today) {
        Code.EMPTY_PARAMETER.unless(call.has(from));
        var first = day(call.number(from, 0));
        var last = call.has(to) ? day(call.number(to, 0)) : first;
        Code.BAD_PARAMETER.unless(!last.isBefore(first)
                && !first.plusDays(MOST).isBefore(last)
                && !first.isBefore(today.minusDays(OLDEST)));
        return new Days(first, last);
    }

    Stream<LocalDate> each() {
        return first.datesUntil(last.plusDays(1));
    }

    boolean have(Instant moment) {
        var day = day(moment.getEpochSecond());
        return !day.isBefore(first) && !day.isAfter(last);
    }

    static LocalDate day(long seconds) {
        return Instant.ofEpochSecond(seconds).atZone(WorldClock.SHANGHAI).toLocalDate();
    }

    static long start(LocalDate day) {
        return day.atStartOfDay(WorldClock.SHANGHAI).toEpochSecond();
    }
}
