package io.tilth.directory.rest;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.tilth.directory.MemberId;
import io.tilth.directory.rest.Duty.Shift;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a member works, and who stands in.
 *
 * @param resting 今天休息
 * @param backAt when they next work; null while they do
 */
record MemberDuty(
        OnDuty member,
        boolean resting,
        @Nullable Instant backAt,
        @Nullable OnDuty spare,
        List<Shifted> shifts,
        int version) {

    record OnDuty(MemberId id, String name) {}

    /** @param weekday 1 is Monday */
    record Shifted(
            @Min(1) @Max(7) int weekday,
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime starts,
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime ends) {

        static Shifted of(Shift shift) {
            return new Shifted(shift.weekday().getValue(), shift.starts(), shift.ends());
        }

        Shift shift() {
            return new Shift(DayOfWeek.of(weekday), starts, ends);
        }
    }
}
